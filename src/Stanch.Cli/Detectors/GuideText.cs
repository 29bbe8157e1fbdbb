using Stanch.Catalogue.Format;
using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Detectors;

/// <summary>Headings, paragraphs and lists, wrapped. Commands are never wrapped: they are there to be copied.</summary>
internal sealed class GuideText(TextWriter output, int width)
{
    private const string Margin = "  ";
    private const int WidestProse = 100;
    private readonly int _width = Math.Min(width, WidestProse);

    public void Title(string text)
    {
        output.WriteLine(text);
        output.WriteLine(new string('=', Math.Min(text.Length, _width)));
        output.WriteLine();
    }

    /// <param name="note">Stands behind the heading; null for none.</param>
    public void Heading(string text, string? note = null) => output.WriteLine(note is null ? text : $"{text} ({note})");

    public void Section(string heading, string? text)
    {
        if (text is null) return;
        Heading(heading);
        Paragraph(text);
    }

    public void Paragraph(string? text)
    {
        if (text is null) return;
        Item(Margin, text);
        EndSection();
    }

    public void Field(string name, string? text)
    {
        if (text is not null) Item(Margin, $"{name}: {text}");
    }

    public void List(string heading, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        Heading(heading);
        foreach (var item in items) Item($"{Margin}- ", item);
        EndSection();
    }

    public void Numbered(IReadOnlyList<string> steps)
    {
        foreach (var (index, step) in steps.Index()) Item($"{Margin}{index + 1}. ", step);
    }

    public void Steps(Instructions how)
    {
        Numbered(how.Console);
        Code("With a command:", how.CommandLine);
        Code("With a request:", how.Api);
        EndSection();
    }

    public void EndSection() => output.WriteLine();

    private void Code(string lead, string? code)
    {
        if (code is null) return;
        output.WriteLine(Margin + lead);
        foreach (var line in code.TrimEnd().Split('\n')) output.WriteLine($"{Margin}{Margin}{Margin}{line.TrimEnd('\r')}");
    }

    private void Item(string lead, string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd().Split('\n').SelectMany(line => Prose.Wrapped(line, _width - lead.Length)))
        {
            output.WriteLine((lead + line).TrimEnd());
            lead = new string(' ', lead.Length);
        }
    }
}
