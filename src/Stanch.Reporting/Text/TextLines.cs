using System.Globalization;

namespace Stanch.Reporting.Text;

/// <summary>The lines around a finding with a ruler of line numbers, the secret underlined.</summary>
internal static class TextLines
{
    /// <summary>Of a line that does not fit, how much stands before the secret.</summary>
    private const int ShareBefore = 2;

    public static void Write(TextPage page, IReadOnlyList<ContextLine> lines, int indent, int width, Style mark)
    {
        if (lines.Count == 0)
            return;
        var digits = lines.Max(line => line.Number).ToString(CultureInfo.InvariantCulture).Length;
        var ruler = new Ruler(new string(' ', indent), digits);
        foreach (var line in lines)
            WriteLine(page, Fitted(line, width - indent - digits - 5), ruler, mark);
    }

    private static void WriteLine(TextPage page, ContextLine line, Ruler ruler, Style mark)
    {
        page.Piece(ruler.Of(line), Style.Quiet);
        page.Piece(line.Before);
        page.Piece(line.Marked, mark);
        page.Line(line.After);
        if (line.Marked.Length == 0)
            return;
        page.Piece(ruler.Blank, Style.Quiet);
        page.Piece(new string(' ', TerminalText.Width(line.Before)));
        page.Line(new string('^', TerminalText.Width(line.Marked)), mark);
    }

    /// <summary>The line made harmless, and cut around the secret where it would not fit.</summary>
    private static ContextLine Fitted(ContextLine line, int room)
    {
        var (before, marked, after) = (TerminalText.CleanLine(line.Before), TerminalText.CleanLine(line.Marked), TerminalText.CleanLine(line.After));
        var free = Math.Max(room - TerminalText.Width(marked), 2 * ShareBefore);
        if (TerminalText.Width(before) + TerminalText.Width(after) > free)
        {
            if (marked.Length > 0)
                before = TerminalText.KeepEnd(before, Math.Max(free / ShareBefore, free - TerminalText.Width(after)));
            var rest = marked.Length > 0 ? free - TerminalText.Width(before) : free;
            (before, after) = marked.Length > 0 ? (before, TerminalText.KeepStart(after, rest)) : (TerminalText.KeepStart(before, rest), after);
        }
        return line with { Before = before, Marked = marked, After = after };
    }

    private readonly record struct Ruler(string Indent, int Digits)
    {
        public string Blank => $"{Indent}  {new string(' ', Digits)} │ ";

        public string Of(ContextLine line)
        {
            var number = line.Number == 0 ? "⋮" : line.Number.ToString(CultureInfo.InvariantCulture);
            return $"{Indent}{(line.IsFinding ? '>' : ' ')} {number.PadLeft(Digits)} │ ";
        }
    }
}
