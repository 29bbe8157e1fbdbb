using Stanch.Remediation.Guides.Markdown;

namespace Stanch.Remediation.Guides.Formats;

/// <summary>Markdown for a ticket or a wiki.</summary>
internal sealed class MarkdownGuide : IGuideFormat
{
    public string Name => "markdown";

    public string Summary => "Markdown, for a ticket or a wiki.";

    public bool ShowsOneLanguage => false;

    public void Write(GuideDocument guide, TextWriter output, int width)
    {
        var page = new MarkdownPage(output);
        page.Heading(1, guide.Title, null);
        foreach (var block in guide.Lead) page.Write(block);
        foreach (var section in guide.Sections)
        {
            page.Heading(2, section.Heading, section.Note);
            foreach (var block in section.Blocks) page.Write(block);
        }
    }
}
