namespace Stanch.Policy;

/// <summary>A change to a text at one place; all the rest stays as it is, to the byte.</summary>
/// <param name="At">Index of the first character taken away.</param>
/// <param name="Length">How many are taken away.</param>
/// <param name="Text">What takes their place.</param>
internal readonly record struct TextEdit(int At, int Length, string Text)
{
    public string Apply(string text) => string.Concat(text.AsSpan(0, At), Text, text.AsSpan(At + Length));

    /// <summary>Puts whole lines after the line in which the character before <paramref name="end"/> stands.</summary>
    public static TextEdit InsertLines(string text, int end, IEnumerable<string> lines)
    {
        var lineEnd = LineEndOf(text);
        var block = string.Join(lineEnd, lines);
        var at = AfterLine(text, end);
        // A last line without an end gets one, and the new last line has none, as before.
        var isOpen = at > 0 && text[at - 1] != '\n';
        return new TextEdit(at, 0, isOpen ? lineEnd + block : block + lineEnd);
    }

    /// <summary>Index of the start of the line after the one in which the character before <paramref name="end"/> stands.</summary>
    public static int AfterLine(string text, int end)
    {
        if (end > 0 && text[end - 1] == '\n') return end;
        var newline = text.IndexOf('\n', end);
        return newline < 0 ? text.Length : newline + 1;
    }

    public static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static string LineEndOf(string text) => text.IndexOf('\n') is var newline and > 0 && text[newline - 1] == '\r' ? "\r\n" : "\n";
}
