using System.Buffers;

namespace Stanch.Detection.Assignments;

/// <summary>Reads one value: in quotes to the closing one, bare to the end of the word.</summary>
internal static class ValueReader
{
    private static readonly SearchValues<byte> StringPrefixes = SearchValues.Create("rRbBuULfF@$&"u8);

    /// <summary>Reads the value that starts at <paramref name="position"/>.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> content, int position, Separator separator, bool mustBeQuoted, out int start, out int end, out bool quoted)
    {
        position = SkipStringPrefix(content, position);
        start = end = position;
        quoted = TryReadOpeningQuote(content, ref position, out var quote, out var escaped, out var triple);
        if (!quoted)
        {
            if (mustBeQuoted)
            {
                return false;
            }

            end = EndOfBare(content, position, separator);
            return end > start;
        }

        start = position;
        end = EndOfQuoted(content, position, quote, escaped, triple);
        return end > start;
    }

    // r"…", b'…', u"…", L"…", @"…", $"…", f"…": letters that belong to the literal, not to the value.
    private static int SkipStringPrefix(ReadOnlySpan<byte> content, int position)
    {
        for (var length = 1; length <= 2; length++)
        {
            if (position + length < content.Length
                && content[position + length] is (byte)'"' or (byte)'\''
                && content.Slice(position, length).IndexOfAnyExcept(StringPrefixes) < 0)
            {
                return position + length;
            }
        }

        return position;
    }

    private static bool TryReadOpeningQuote(ReadOnlySpan<byte> content, ref int position, out byte quote, out bool escaped, out bool triple)
    {
        quote = 0;
        triple = false;
        escaped = position + 1 < content.Length && content[position] == (byte)'\\' && content[position + 1] is (byte)'"' or (byte)'\'';
        var at = escaped ? position + 1 : position;
        if (at >= content.Length || content[at] is not ((byte)'"' or (byte)'\'' or (byte)'`'))
        {
            escaped = false;
            return false;
        }

        quote = content[at];
        position = at + 1;
        if (!escaped && position + 1 < content.Length && content[position] == quote && content[position + 1] == quote)
        {
            triple = true;
            position += 2;
        }
        else if (!escaped && position < content.Length && content[position] is (byte)'"' or (byte)'\'' && content[position] != quote)
        {
            // '"value"': quotes within quotes, as in generated code.
            quote = content[position];
            position++;
        }

        return true;
    }

    private static int EndOfQuoted(ReadOnlySpan<byte> content, int start, byte quote, bool escaped, bool triple)
    {
        var limit = Math.Min(content.Length, start + AssignmentReader.ValueReach);
        for (var i = start; i < limit; i++)
        {
            var b = content[i];
            if (b == (byte)'\\')
            {
                if (escaped && i + 1 < limit && content[i + 1] == quote)
                {
                    return i;
                }

                i++;
            }
            else if (b == quote && !escaped)
            {
                return i;
            }
            else if (b is (byte)'\n' or (byte)'\r' && !triple && quote != (byte)'`')
            {
                // An unclosed quote: what follows the line's end is not this value.
                return start;
            }
        }

        return limit == content.Length ? limit : start;
    }

    private static int EndOfBare(ReadOnlySpan<byte> content, int start, Separator separator)
    {
        var limit = Math.Min(content.Length, start + AssignmentReader.ValueReach);
        var end = start;
        while (end < limit && !EndsBare(content[end], separator))
        {
            end++;
        }

        while (end > start && content[end - 1] is (byte)',' or (byte)';' or (byte)'"' or (byte)'\'' or (byte)'`')
        {
            end--;
        }

        return end;
    }

    private static bool EndsBare(byte b, Separator separator) =>
        b is (byte)'\r' or (byte)'\n' or (byte)'\t' or (byte)' ' or 0
        || (separator == Separator.Markup ? b == (byte)'<' : b is (byte)';' or (byte)'&' or (byte)'"' or (byte)'\\');
}
