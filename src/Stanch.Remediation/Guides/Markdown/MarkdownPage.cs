using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Guides.Markdown;

/// <summary>Blocks as Markdown, an empty line behind each.</summary>
internal sealed class MarkdownPage(TextWriter output)
{
    public void Heading(int level, string text, string? note)
    {
        output.WriteLine($"{new string('#', level)} {MarkdownText.Escape(text)}{(note is null ? "" : $" ({note})")}");
        output.WriteLine();
    }

    public void Write(GuideBlock block)
    {
        switch (block)
        {
            case GuideBlock.Paragraph paragraph:
                Lines([MarkdownText.Escape(paragraph.Text)]);
                break;
            case GuideBlock.Points points:
                Lines(points.Items.Select(item => $"- {MarkdownText.Escape(item)}"));
                break;
            case GuideBlock.Steps steps:
                Lines(steps.Items.Select((step, index) => $"{index + 1}. {MarkdownText.Escape(step)}"));
                break;
            case GuideBlock.Fields fields:
                Lines(fields.Items.Select(field => $"- **{MarkdownText.Escape(field.Key)}**: {MarkdownText.Escape(field.Value)}"));
                break;
            case GuideBlock.Command command:
                Command(command.Lead, command.Text, "sh");
                break;
            case GuideBlock.References references:
                Lines(references.Items.Select(reference => $"- {MarkdownText.Escape(reference.What)}: <{reference.Address}>"));
                break;
            case GuideBlock.Related related:
                Lines(related.Items.Select(other => $"- {MarkdownText.Escape(other.Name)}: {MarkdownText.Code($"stanch guide {other.Id}")}"));
                break;
            case GuideBlock.Code code:
                foreach (var way in code.Ways) Write(way, code);
                break;
        }
    }

    private void Write(SnippetWay way, GuideBlock.Code code)
    {
        Heading(3, way.Name, null);
        Lines([MarkdownText.Escape(way.Explain(code.Words))]);
        if (way.StoreCommand(code.Words) is { } store) Command("Store it (the value comes from standard input):", store, "sh");
        foreach (var language in code.Languages)
        {
            var snippet = way.Write(language, code.Words);
            Lines(["<details>", $"<summary>{MarkdownText.Escape(language.Name)}</summary>"]);
            foreach (var install in snippet.Install) Command($"With {install.Tool}:", install.Text, install.Text.StartsWith('<') ? "xml" : "sh");
            Command(null, snippet.Code, language.Id);
            Lines(["</details>"]);
        }
    }

    private void Command(string? lead, string code, string language)
    {
        if (lead is not null) Lines([lead]);
        var text = code.ReplaceLineEndings("\n").TrimEnd();
        var fence = new string('`', Math.Max(3, MarkdownText.LongestRun(text, '`') + 1));
        Lines([fence + language, text, fence]);
    }

    private void Lines(IEnumerable<string> lines)
    {
        var any = false;
        foreach (var line in lines)
        {
            output.WriteLine(line);
            any = true;
        }

        if (any) output.WriteLine();
    }
}
