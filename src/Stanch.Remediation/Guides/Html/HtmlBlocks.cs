namespace Stanch.Remediation.Guides.Html;

/// <summary>A guide's content as HTML, the same in a page of its own and in the site.</summary>
/// <param name="page">Where it goes.</param>
/// <param name="linkOf">The address of another guide; null where there is no page of it.</param>
internal sealed class HtmlBlocks(HtmlPage page, Func<string, string?> linkOf)
{
    public void Write(GuideDocument guide)
    {
        page.Raw("<h1>").Text(guide.Title).Line("</h1>");
        foreach (var block in guide.Lead) Write(block);
        WriteContents(guide.Sections);
        foreach (var section in guide.Sections)
        {
            page.Raw($"<section aria-labelledby=\"{section.Id}\">\n<h2 id=\"{section.Id}\">").Text(section.Heading);
            if (section.Note is { } note) page.Raw(" ").Element("small", note);
            page.Line("</h2>");
            foreach (var block in section.Blocks) Write(block);
            page.Line("</section>");
        }
    }

    private void WriteContents(IReadOnlyList<GuideSection> sections)
    {
        page.Line("<nav class=\"contents\" aria-label=\"On this page\">").Line("<ul>");
        foreach (var section in sections) page.Raw($"<li><a href=\"#{section.Id}\">").Text(section.Heading).Line("</a></li>");
        page.Line("</ul>").Line("</nav>");
    }

    private void Write(GuideBlock block)
    {
        switch (block)
        {
            case GuideBlock.Paragraph paragraph:
                page.Raw("<p>").Prose(paragraph.Text).Line("</p>");
                break;
            case GuideBlock.Points points:
                WriteList("ul", points.Items);
                break;
            case GuideBlock.Steps steps:
                WriteList("ol", steps.Items);
                break;
            case GuideBlock.Fields fields:
                WriteFields(fields.Items);
                break;
            case GuideBlock.Command command:
                Command(command.Lead, command.Text);
                break;
            case GuideBlock.References references:
                WriteReferences(references.Items);
                break;
            case GuideBlock.Related related:
                WriteRelated(related.Items);
                break;
            case GuideBlock.Code code:
                HtmlSnippets.Write(page, code);
                break;
        }
    }

    private void WriteList(string element, IReadOnlyList<string> items)
    {
        page.Line($"<{element}>");
        foreach (var item in items) page.Raw("<li>").Prose(item).Line("</li>");
        page.Line($"</{element}>");
    }

    private void WriteFields(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        if (fields.Count == 0) return;
        page.Line("<dl>");
        foreach (var (name, value) in fields) page.Raw("<div>").Element("dt", name).Raw("<dd>").Prose(value).Line("</dd></div>");
        page.Line("</dl>");
    }

    private void Command(string lead, string text) => page.Element("p", lead).Raw("\n<pre><code>").Code(text).Line("</code></pre>");

    // The catalogue's links are https under the provider's domains; a user's own are whatever was typed.
    private void WriteReferences(IReadOnlyList<GuideReference> references)
    {
        page.Line("<ul>");
        foreach (var reference in references)
        {
            page.Raw("<li>").Text($"{reference.What}: ");
            if (reference.Address.StartsWith("https://", StringComparison.Ordinal)) page.Raw("<a href=\"").Text(reference.Address).Raw("\" rel=\"noreferrer\">").Text(reference.Address).Raw("</a>");
            else page.Text(reference.Address);
            page.Line("</li>");
        }

        page.Line("</ul>");
    }

    private void WriteRelated(IReadOnlyList<RelatedGuide> related)
    {
        page.Line("<ul>");
        foreach (var other in related)
        {
            page.Raw("<li>");
            if (linkOf(other.Id) is { } link) page.Raw("<a href=\"").Text(link).Raw("\">").Text(other.Name).Raw("</a>");
            else page.Text($"{other.Name}: ").Element("code", $"stanch guide {other.Id}");
            page.Line("</li>");
        }

        page.Line("</ul>");
    }
}
