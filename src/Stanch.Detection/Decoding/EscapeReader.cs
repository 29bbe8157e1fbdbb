using System.Globalization;
using System.Text;

namespace Stanch.Detection.Decoding;

/// <summary>Reads one escape.</summary>
internal static class EscapeReader
{
    private const int MostEntity = 10;

    /// <summary>Backslash escapes of code and JSON: <c>\uXXXX</c>, <c>\u{…}</c>, <c>\UXXXXXXXX</c>, <c>\xNN</c>, and those of one letter.</summary>
    public static bool TryReadBackslash(ReadOnlySpan<byte> content, int at, out int value, out int length)
    {
        (value, length) = (0, 0);
        if (at + 1 >= content.Length)
        {
            return false;
        }

        var letter = content[at + 1];
        if (letter == (byte)'u' && at + 2 < content.Length && content[at + 2] == (byte)'{')
        {
            var close = content[at..Math.Min(content.Length, at + MostEntity)].IndexOf((byte)'}');
            length = close + 1;
            return close > 3 && TryReadHex(content.Slice(at + 3, close - 3), out value);
        }

        length = letter switch { (byte)'u' => 6, (byte)'U' => 10, (byte)'x' => 4, _ => 2 };
        if (length > 2)
        {
            return at + length <= content.Length && TryReadHex(content.Slice(at + 2, length - 2), out value);
        }

        value = letter switch { (byte)'n' => '\n', (byte)'r' => '\r', (byte)'t' => '\t', (byte)'"' or (byte)'\'' or (byte)'/' or (byte)'\\' => letter, _ => -1 };
        return value >= 0;
    }

    /// <summary>Entities of HTML and XML: the numeric ones, and those that hide a sign of an assignment.</summary>
    public static bool TryReadEntity(ReadOnlySpan<byte> content, int at, out int value, out int length)
    {
        value = 0;
        var rest = content[at..Math.Min(content.Length, at + MostEntity)];
        length = rest.IndexOf((byte)';') + 1;
        if (length < 4)
        {
            return false;
        }

        var name = rest[1..(length - 1)];
        if (name[0] == (byte)'#')
        {
            return name.Length > 1 && (name[1] | 0x20) == 'x' ? TryReadHex(name[2..], out value) : int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }

        value = name.SequenceEqual("quot"u8) ? '"' : name.SequenceEqual("apos"u8) ? '\'' : name.SequenceEqual("amp"u8) ? '&' : name.SequenceEqual("lt"u8) ? '<' : name.SequenceEqual("gt"u8) ? '>' : 0;
        return value != 0;
    }

    /// <summary>Two hexadecimal digits behind a sign: <c>%41</c>, <c>=41</c>.</summary>
    public static bool TryReadOctet(ReadOnlySpan<byte> content, int at, out int value)
    {
        value = 0;
        return at + 2 < content.Length && TryReadHex(content.Slice(at + 1, 2), out value);
    }

    /// <summary>The character as UTF-8; what is no character (half a pair) becomes U+FFFD.</summary>
    public static int Encode(int value, Span<byte> utf8) => (Rune.IsValid(value) ? new Rune(value) : Rune.ReplacementChar).EncodeToUtf8(utf8);

    private static bool TryReadHex(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (var b in digits)
        {
            var digit = RunGate.HexDigit(b);
            if (digit < 0)
            {
                return false;
            }

            value = value << 4 | digit;
        }

        return digits.Length is > 0 and <= 8 && value >= 0;
    }
}
