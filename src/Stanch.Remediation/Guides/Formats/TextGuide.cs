using Stanch.Remediation.Guides.Text;

namespace Stanch.Remediation.Guides.Formats;

/// <summary>Plain text for a terminal.</summary>
internal sealed class TextGuide : IGuideFormat
{
    public string Name => "text";

    public string Summary => "Plain text, wrapped to the terminal.";

    public bool ShowsOneLanguage => true;

    public void Write(GuideDocument guide, TextWriter output, int width)
    {
        var page = new TextPage(output, width);
        page.Title(guide.Title);
        foreach (var block in guide.Lead) page.Write(block);
        foreach (var section in guide.Sections)
        {
            page.Heading(section.Heading, section.Note);
            foreach (var block in section.Blocks) page.Write(block);
            page.EndBlock();
        }
    }
}
