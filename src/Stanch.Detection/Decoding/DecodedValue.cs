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
        if (value.Length < LeastWord || (!isPadded && bare.Length < LeastUnpadded) || value.Length - bare.Length > 2 || bare.Length % 4 == 1 || bare.Length > decoded.Length)
        {
            return false;
        }

        var (bits, held) = (0, 0);
        foreach (var b in bare)
        {
            if (Base64Alphabet.ValueOf(b) is not (>= 0 and var six))
            {
                return false;
            }

            bits = (bits << 6 | six) & 0xFFFF;
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                decoded[count++] = (byte)(bits >> held);
            }
        }

        return count > 0 && RunGate.IsPrintable(decoded[..count]);
    }
}
