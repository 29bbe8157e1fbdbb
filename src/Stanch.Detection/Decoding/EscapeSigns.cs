namespace Stanch.Detection.Decoding;

/// <summary>Tells what the two bytes at a sign are: an escape that stands for printable ASCII, a literal that goes on behind a line break, or nothing.</summary>
internal static class EscapeSigns
{
    private const int LeastSoftLine = 70;
    private const int MostSoftLine = 77;
    private const int MostBlanks = 64;
    private const int MostEnd = 16;
    private const int LeastEnds = 10;

    public static TextEncoding Of(ReadOnlySpan<byte> content, int at)
    {
        var next = content[at + 1];
        if (next is (byte)'\n' or (byte)'\r')
        {
            return content[at] == (byte)'=' ? OfSoftBreak(content, at) : IsJoint(content, at) ? TextEncoding.Concatenation : TextEncoding.None;
        }

        return content[at] switch
        {
            (byte)'%' when at + 2 < content.Length && RunGate.HexDigit(content[at + 2]) >= 0 => TextEncoding.Percent,
            (byte)'=' when next == (byte)'3' && at + 2 < content.Length && content[at + 2] == (byte)'D' => TextEncoding.QuotedPrintable,
            (byte)'\\' when EscapeReader.TryReadBackslash(content, at, out var c, out _) && c is >= ' ' and <= '~' => TextEncoding.Escapes,
            (byte)'&' when EscapeReader.TryReadEntity(content, at, out var c, out _) && c is >= ' ' and <= '~' => TextEncoding.Html,
            _ => TextEncoding.None,
        };
    }

    // Quoted-printable breaks its lines at 76 characters, within words: https://www.rfc-editor.org/rfc/rfc2045#section-6.7
    private static TextEncoding OfSoftBreak(ReadOnlySpan<byte> content, int at)
    {
        var before = at > 0 ? content[at - 1] : (byte)0;
        var from = Math.Max(0, at - MostSoftLine - 1);
        var line = at - (from + content[from..at].LastIndexOf((byte)'\n') + 1) + 1;
        var next = at + (content[at + 1] == (byte)'\r' ? 3 : 2);
        return line is >= LeastSoftLine and <= MostSoftLine && IsTokenByte(before) && next < content.Length && IsTokenByte(content[next]) ? TextEncoding.QuotedPrintable : TextEncoding.None;
    }

    // "…abc" + ⏎ "def…", "…abc" ⏎ "def…", 'abc' \ ⏎ 'def', abc\ ⏎ def, --password \ ⏎ value: only where the two ends together could be a part of a token that a
    // machine drew; the lines of a message are parted at blanks, or within words.
    private static bool IsJoint(ReadOnlySpan<byte> content, int at)
    {
        // The most frequent case first: a line that ends with a quotation mark behind no token.
        if (JointReader.IsQuote(content[at]) && (at == 0 || !IsTokenByte(content[at - 1])))
        {
            return false;
        }

        var next = at + 1;
        next += content[next] == (byte)'\r' && next + 1 < content.Length && content[next + 1] == (byte)'\n' ? 2 : 1;
        if (content[at] == (byte)'\\' && at > 0 && IsTokenByte(content[at - 1]))
        {
            return IsDrawn(content, at, next);
        }

        if (!JointReader.TryReadBack(content, at, out var closing))
        {
            return content[at] == (byte)'\\' && FollowsFlag(content, at);
        }

        return closing > 0 && IsTokenByte(content[closing - 1]) && JointReader.TryRead(content, closing, out var length) && IsDrawn(content, closing, closing + length);
    }

    // The end of one piece and the start of the next have digits or both cases among them: words have not.
    private static bool IsDrawn(ReadOnlySpan<byte> content, int end, int start)
    {
        var from = end;
        while (from > 0 && end - from < MostEnd && IsTokenByte(content[from - 1]))
        {
            from--;
        }

        var to = start;
        while (to < content.Length && to - start < MostEnd && IsTokenByte(content[to]))
        {
            to++;
        }

        return to > start && end - from + to - start >= LeastEnds && (HasDigit(content[from..end]) || HasDigit(content[start..to]) || (IsMixedCase(content[from..end]) && IsMixedCase(content[start..to])));
    }

    private static bool HasDigit(ReadOnlySpan<byte> text) => text.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;

    private static bool IsMixedCase(ReadOnlySpan<byte> text) => text.IndexOfAnyInRange((byte)'a', (byte)'z') >= 0 && text.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0;

    private static bool FollowsFlag(ReadOnlySpan<byte> content, int at)
    {
        var before = content[Math.Max(0, at - MostBlanks)..at].TrimEnd(" \t"u8);
        var word = before[(before.LastIndexOfAny((byte)' ', (byte)'\t', (byte)'\n') + 1)..];
        return word.Length > 2 && word.StartsWith("--"u8) && word.IndexOf((byte)'=') < 0;
    }

    private static readonly System.Buffers.SearchValues<byte> TokenBytes = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-.~!@#$%"u8);

    private static bool IsTokenByte(byte b) => TokenBytes.Contains(b);
}
