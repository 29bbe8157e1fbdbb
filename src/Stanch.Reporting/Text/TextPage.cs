namespace Stanch.Reporting.Text;

/// <summary>
/// Writes lines for a person. Whatever passes through is made harmless for a terminal here, so that no caller can forget it; escape codes
/// come from here alone.
/// </summary>
internal sealed class TextPage(TextWriter writer, bool colour, int width)
{
    private const int LeastProse = 20;

    public void Line() => writer.Write('\n');

    public void Line(string text, Style style = Style.Plain)
    {
        Piece(text, style);
        Line();
    }

    public void Piece(string text, Style style = Style.Plain) => Raw(TerminalText.Clean(text), style);

    /// <summary>Prose that starts where the line now is, <paramref name="column"/> beyond the indent, and goes on below at <paramref name="indent"/>.</summary>
    public void Prose(string text, int indent, Style style = Style.Plain, int column = 0)
    {
        var separator = "";
        foreach (var line in Wrapped(text, Math.Max(LeastProse, width - indent), column))
        {
            writer.Write(separator);
            Raw(line, style);
            separator = $"\n{new string(' ', indent)}";
        }
        Line();
    }

    private static IEnumerable<string> Wrapped(string text, int width, int column)
    {
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(TerminalText.Clean))
        {
            if (line.Length > 0 && column + TerminalText.Width(line) + 1 + TerminalText.Width(word) > width)
            {
                yield return line;
                line = "";
                column = 0;
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }

    private void Raw(string clean, Style style)
    {
        if (!colour || style == Style.Plain || string.IsNullOrWhiteSpace(clean))
        {
            writer.Write(clean);
            return;
        }
        writer.Write($"\x1b[{Code(style)}m{clean}\x1b[0m");
    }

    /// <summary>The sixteen colours only: they follow the reader's own theme.</summary>
    private static string Code(Style style) => style switch
    {
        Style.Quiet => "2",
        Style.Strong => "1",
        Style.Alarm => "1;31",
        Style.Warning => "33",
        Style.Note => "36",
        Style.Good => "32",
        Style.Command => "34",
        _ => "0",
    };
}
