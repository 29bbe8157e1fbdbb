using System.Buffers;

namespace Stanch.Detection.Assignments;

/// <summary>Reads one value: in quotes to the closing one, bare to the end of the word.</summary>
internal static class ValueReader
{
    private const int MostEscapes = 7;
    private static readonly SearchValues<byte> AfterBare = SearchValues.Create("\r\n\t \0;&\"\\"u8);
    private static readonly SearchValues<byte> AfterMarkup = SearchValues.Create("\r\n\t \0<"u8);
    private static readonly SearchValues<byte> AfterExpansion = SearchValues.Create("\r\n\t \0;&\"\\}"u8);
    private static readonly SearchValues<byte> AfterCell = SearchValues.Create("\r\n\t \0;&\"\\|`"u8);
    internal static readonly SearchValues<byte> StringPrefixes = SearchValues.Create("rRbBuULfF@$&"u8);

    /// <summary>Reads the value that starts at <paramref name="position"/>.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> content, int position, Separator separator, bool mustBeQuoted, out int start, out int end, out bool quoted)
    {
        position = SkipStringPrefix(content, position);
        start = end = position;
        quoted = TryReadOpeningQuote(content, ref position, out var quote, out var escapes, out var triple);
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
        end = EndOfQuoted(content, position, quote, escapes, triple, mustBeQuoted);
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

    // An opening quote, how many backslashes stand before it (text within text), and whether it is three quotes.
    private static bool TryReadOpeningQuote(ReadOnlySpan<byte> content, ref int position, out byte quote, out int escapes, out bool triple)
    {
        quote = 0;
        triple = false;
        escapes = 0;
        while (escapes < MostEscapes && position + escapes < content.Length && content[position + escapes] == (byte)'\\')
        {
            escapes++;
        }

        var at = position + escapes;
        if (at >= content.Length || content[at] is not ((byte)'"' or (byte)'\'' or (byte)'`') || (escapes > 0 && content[at] == (byte)'`'))
        {
            return false;
        }

        quote = content[at];
        position = at + 1;
        if (escapes == 0 && position + 1 < content.Length && content[position] == quote && content[position + 1] == quote)
        {
            triple = true;
            position += 2;
        }
        else if (escapes == 0 && position < content.Length && content[position] is (byte)'"' or (byte)'\'' && content[position] != quote)
        {
            // '"value"': quotes within quotes, as in generated code.
            quote = content[position];
            position++;
        }

        return true;
    }

    private static int EndOfQuoted(ReadOnlySpan<byte> content, int start, byte quote, int escapes, bool triple, bool mustBeClosed)
    {
        var limit = Math.Min(content.Length, start + AssignmentReader.ValueReach);
        for (var i = start; i < limit; i++)
        {
            var b = content[i];
            if (b == (byte)'\\')
            {
                var run = content[i..limit].IndexOfAnyExcept((byte)'\\');
                if (run > 0 && run <= escapes && content[i + run] == quote)
                {
                    return i;
                }

                // Without escapes each backslash takes the character after it; within text they come in groups.
                i += escapes == 0 ? 1 : Math.Max(run, 1);
            }
            else if (b == quote)
            {
                return i;
            }
            else if (b is (byte)'\n' or (byte)'\r' && !triple && quote != (byte)'`')
            {
                // An unclosed quote: what follows the line's end is not this value.
                return start;
            }
        }

        return limit == content.Length && !mustBeClosed ? limit : start;
    }

    private static int EndOfBare(ReadOnlySpan<byte> content, int start, Separator separator)
    {
        var reached = content.Slice(start, Math.Min(AssignmentReader.ValueReach, content.Length - start));
        var length = reached.IndexOfAny(separator switch { Separator.Markup => AfterMarkup, Separator.Expansion => AfterExpansion, Separator.List => AfterCell, _ => AfterBare });
        var end = start + (length < 0 ? reached.Length : length);
        end = start + BeforeClosingQuote(content[start..end]);
        while (end > start && content[end - 1] is (byte)',' or (byte)';' or (byte)'"' or (byte)'\'' or (byte)'`')
        {
            end--;
        }

        return end;
    }

    // …secret=value'), …: within a string the value ends where the string does.
    private static int BeforeClosingQuote(ReadOnlySpan<byte> value)
    {
        var quote = value.IndexOfAny((byte)'\'', (byte)'`');
        return quote > 0 && value[(quote + 1)..] is [(byte)')' or (byte)',' or (byte)']' or (byte)'}' or (byte)'.' or (byte)'\'' or (byte)'<', ..] ? quote : value.Length;
    }
}
