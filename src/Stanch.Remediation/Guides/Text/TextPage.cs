using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Guides.Text;

/// <summary>Blocks as lines: prose is wrapped, what is there to be copied is not.</summary>
internal sealed class TextPage(TextWriter output, int width)
{
    private const string Margin = "  ";
    private const string CodeMargin = "      ";
    private const int WidestProse = 100;
    private readonly int _width = Math.Min(width, WidestProse);
    private bool _isOpen;

    public void Title(string text)
    {
        output.WriteLine(text);
        output.WriteLine(new string('=', Math.Min(text.Length, _width)));
        output.WriteLine();
    }

    public void Heading(string text, string? note) => output.WriteLine(note is null ? text : $"{text} ({note})");

    public void Write(GuideBlock block)
    {
        switch (block)
        {
            case GuideBlock.Paragraph paragraph:
                EndBlock();
                Item(Margin, paragraph.Text);
                EndBlock();
                break;
            case GuideBlock.Points points:
                foreach (var item in points.Items) Item($"{Margin}- ", item);
                break;
            case GuideBlock.Steps steps:
                foreach (var (index, step) in steps.Items.Index()) Item($"{Margin}{index + 1}. ", step);
                break;
            case GuideBlock.Fields fields:
                foreach (var (name, value) in fields.Items) Item(Margin, $"{name}: {value}");
                break;
            case GuideBlock.Command command:
                Command(command.Lead, command.Text);
                break;
            case GuideBlock.References references:
                foreach (var reference in references.Items) Item($"{Margin}- ", $"{reference.What}: {reference.Address}");
                break;
            case GuideBlock.Related related:
                foreach (var other in related.Items) Item($"{Margin}- ", $"stanch guide {other.Id}");
                break;
            case GuideBlock.Code code:
                WriteSnippets(code);
                break;
        }
    }

    /// <summary>An empty line, if anything stands since the last one.</summary>
    public void EndBlock()
    {
        if (_isOpen) output.WriteLine();
        _isOpen = false;
    }

    private void WriteSnippets(GuideBlock.Code code)
    {
        foreach (var way in code.Ways)
        {
            Item(Margin, $"{way.Name}. {way.Explain(code.Words)}");
            if (way.StoreCommand(code.Words) is { } store) Command("Store it (the value comes from standard input):", store);
            foreach (var language in code.Languages) Write(way.Write(language, code.Words));
            EndBlock();
        }

        if (code.Languages.Count == SnippetLanguage.All.Count) return;
        Item(Margin, $"Other languages: --language {string.Join('|', SnippetLanguage.All.Select(language => language.Id))}");
    }

    private void Write(Snippet snippet)
    {
        foreach (var install in snippet.Install) Command($"{snippet.Language.Name}, with {install.Tool}:", install.Text);
        Command(snippet.Install.Count == 0 ? $"{snippet.Language.Name}:" : "Then:", snippet.Code);
    }

    private void Command(string lead, string text)
    {
        _isOpen = true;
        output.WriteLine(Margin + lead);
        foreach (var line in text.TrimEnd().Split('\n')) output.WriteLine((CodeMargin + line.TrimEnd('\r')).TrimEnd());
    }

    private void Item(string lead, string text)
    {
        _isOpen = true;
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd().Split('\n').SelectMany(line => Prose.Wrapped(line, _width - lead.Length)))
        {
            output.WriteLine((lead + line).TrimEnd());
            lead = new string(' ', lead.Length);
        }
    }
}
