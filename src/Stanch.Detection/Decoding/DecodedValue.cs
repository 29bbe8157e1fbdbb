using Stanch.Detection.Assignments;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Decoding;

/// <summary>What a decoded value says by itself, whatever it was given to.</summary>
internal static class DecodedValue
{
    /// <summary>Shortest value that is tried without a gate, where a name says that it is a secret.</summary>
    private const int LeastWord = 8;
    private const int LeastUnpadded = 12;

    /// <summary>True when it stands for a secret: encoding a stand-in makes it no secret.</summary>
    public static bool IsStandIn(ReadOnlySpan<byte> value) =>
        Placeholders.IsPlaceholder(value) || Placeholders.IsMadeUp(value) || value.EndsWith("12345"u8) || value.StartsWith("12345"u8);

    /// <summary>True when it is text that no secret looks like, under whatever name.</summary>
    public static bool IsNoSecret(ReadOnlySpan<byte> value) =>
        value.IsEmpty || IsStandIn(value) || !ValueShapes.CouldBeSecret(value, new Assignment(0, 0, 0, value.Length, Separator.Equals, Quoted: true));

    /// <summary>True for a value that is base 64 of printable text and too short for the gate.</summary>
    public static bool IsShortBase64(ReadOnlySpan<byte> value, Span<byte> decoded, out int count)
    {
        count = 0;
        var bare = value.TrimEnd((byte)'=');
        var isPadded = bare.Length < value.Length && value.Length % 4 == 0;
        if (value.Length < LeastWord || (!isPadded && bare.Length < LeastUnpadded) || value.Length - bare.Length > 2 || bare.ContainsAny(" \t\r\n"u8) || bare.Length > decoded.Length)
        {
            return false;
        }

        count = FromBase64(bare, decoded);
        return count > 0 && RunGate.IsPrintable(decoded[..count]);
    }

    /// <summary>Decodes base 64 with blanks and line breaks in it.</summary>
    /// <param name="bytes">Room for as many as the text has.</param>
    /// <returns>How many there are; −1 where the text is something else.</returns>
    public static int FromBase64(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        int bits = 0, held = 0, count = 0, characters = 0;
        foreach (var b in text.TrimEnd((byte)'='))
        {
            if (b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                continue;
            }

            var six = Base64Alphabet.ValueOf(b);
            if (six < 0)
            {
                return -1;
            }

            characters++;
            bits = (bits << 6 | six) & 0xFFFF;
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                bytes[count++] = (byte)(bits >> held);
            }
        }

        return characters % 4 == 1 ? -1 : count;
    }
}
