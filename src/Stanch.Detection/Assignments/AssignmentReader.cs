namespace Stanch.Detection.Assignments;

/// <summary>
/// Reads the assignment whose name holds a keyword, in the syntaxes that code, configuration, command lines, headers and markup share. Looks at a
/// bounded number of bytes, so that it is linear and the same in every part of a blob that is scanned in pieces.
/// </summary>
internal static class AssignmentReader
{
    /// <summary>Most bytes of a name on either side of its keyword.</summary>
    public const int NameReach = 64;

    /// <summary>Most bytes of a value.</summary>
    public const int ValueReach = 4096;

    /// <summary>Most bytes between a name and its value.</summary>
    public const int GapReach = 48;

    /// <summary>Reads the assignment around the keyword at [<paramref name="keywordStart"/>, <paramref name="keywordEnd"/>).</summary>
    /// <returns>False where the keyword is not part of a name that is given a value.</returns>
    public static bool TryRead(ReadOnlySpan<byte> content, int keywordStart, int keywordEnd, out Assignment assignment)
    {
        var start = keywordStart;
        while (start > 0 && keywordStart - start < NameReach && IsName(content[start - 1]))
        {
            start--;
        }

        var end = keywordEnd;
        while (end < content.Length && end - keywordEnd < NameReach && IsName(content[end]))
        {
            end++;
        }

        // A full stop or dash at the end belongs to the sentence, not to the name.
        while (end > keywordEnd && content[end - 1] is (byte)'.' or (byte)'-')
        {
            end--;
        }

        return TryReadAfter(content, start, end, out assignment) || ReversedComparison.TryRead(content, start, end, out assignment);
    }

    internal static bool IsName(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'-' or (byte)'.' or (byte)'$';

    private static bool TryReadAfter(ReadOnlySpan<byte> content, int nameStart, int nameEnd, out Assignment assignment)
    {
        assignment = default;
        var gap = new GapReader(content, nameStart, nameEnd, Math.Min(content.Length, nameEnd + GapReach));
        if (!gap.TryFindValue(out var position, out var separator, out var mustBeQuoted))
        {
            return false;
        }

        var found = ValueReader.TryRead(content, position, separator, mustBeQuoted, out var valueStart, out var valueEnd, out var quoted);
        if (!quoted && separator is Separator.Equals or Separator.Colon or Separator.Call && FallbackReader.TryFind(content, position, out var literal))
        {
            found = ValueReader.TryRead(content, literal, separator, mustBeQuoted: true, out valueStart, out valueEnd, out quoted);
        }

        if (found && !quoted && separator == Separator.Space && NameAnnouncer.IsScheme(content, nameStart, content.Length))
        {
            valueEnd = NameAnnouncer.EndOfToken(content, valueStart, valueEnd);
        }

        if (!found)
        {
            return false;
        }

        assignment = new Assignment(nameStart, nameEnd, valueStart, valueEnd, separator, quoted);
        return valueEnd > valueStart;
    }
}
