namespace Stanch.Detection.Decoding;

/// <summary>Reads what stands between two pieces of one string literal: the closing quote, an operator, line breaks, the opening quote.</summary>
internal static class JointReader
{
    private const int MostBytes = 128;

    /// <summary>Reads the joint that starts with the closing quote at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> content, int at, out int length)
    {
        var rest = content[at..Math.Min(content.Length, at + MostBytes)];
        length = 0;
        var i = 1;
        var breaks = 0;
        var operators = 0;
        for (; i < rest.Length; i++)
        {
            var b = rest[i];
            if (b == (byte)'\n')
            {
                breaks++;
            }
            else if (b is (byte)'+' or (byte)'.' or (byte)'&' or (byte)'\\' or (byte)'_')
            {
                operators++;
            }
            else if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
            {
                break;
            }
        }

        if (breaks + operators == 0 || breaks > 2 || operators > 2)
        {
            return false;
        }

        // f"…", b'…': a letter that belongs to the literal.
        if (i + 1 < rest.Length && rest[i] is (byte)'f' or (byte)'b' or (byte)'r' or (byte)'u' or (byte)'@' or (byte)'$' && IsQuote(rest[i + 1]))
        {
            i++;
        }

        length = i + 1;
        return i < rest.Length && IsQuote(rest[i]) && (rest[i] == rest[0] || breaks > 0);
    }

    /// <summary>The closing quote that stands, with an operator perhaps, before a line break.</summary>
    /// <param name="at">The last byte of the line.</param>
    public static bool TryReadBack(ReadOnlySpan<byte> content, int at, out int closing)
    {
        closing = at;
        for (var passed = 0; closing > 0 && passed < MostBytes && content[closing] is (byte)'+' or (byte)'.' or (byte)'&' or (byte)'\\' or (byte)'_' or (byte)' ' or (byte)'\t'; passed++)
        {
            closing--;
        }

        return IsQuote(content[closing]);
    }

    public static bool IsQuote(byte b) => b is (byte)'"' or (byte)'\'' or (byte)'`';
}
