using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Guides.Html;

/// <summary>
/// Snippets with tabs that need no script: each language is a radio button, and the style shows what belongs to the chosen one. A browser that cannot do
/// that shows them all, each under its heading.
/// </summary>
internal static class HtmlSnippets
{
    public static string Style { get; } = string.Concat(SnippetLanguage.All.Select(language =>
        $"  .code:has(#lang-{language.Id}:checked) .snippet:not(.{language.Id}) {{ display: none; }}\n"));

    public static void Write(HtmlPage page, GuideBlock.Code code)
    {
        page.Line("<div class=\"code\">");
        if (code.Languages.Count > 1) WriteTabs(page, code.Languages);
        foreach (var way in code.Ways)
        {
            page.Element("h3", way.Name).Line().Element("p", way.Explain(code.Words)).Line();
            if (way.StoreCommand(code.Words) is { } store)
                page.Element("p", "Store it (the value comes from standard input):").Raw("<pre><code>").Code(store).Line("</code></pre>");
            foreach (var language in code.Languages) Write(page, way.Write(language, code.Words));
        }

        page.Line("</div>");
    }

    private static void WriteTabs(HtmlPage page, IReadOnlyList<SnippetLanguage> languages)
    {
        page.Raw("<fieldset class=\"tabs\"><legend>Language</legend>");
        foreach (var (index, language) in languages.Index())
        {
            page.Raw($"<label><input type=\"radio\" name=\"language\" id=\"lang-{language.Id}\"{(index == 0 ? " checked" : "")}>");
            page.Element("span", language.Name).Raw("</label>");
        }

        page.Line("</fieldset>");
    }

    private static void Write(HtmlPage page, Snippet snippet)
    {
        page.Raw($"<div class=\"snippet {snippet.Language.Id}\">").Element("h4", snippet.Language.Name);
        foreach (var install in snippet.Install) page.Element("p", install.Tool, "tool").Raw("<pre><code>").Code(install.Text).Raw("</code></pre>");
        page.Raw("<pre><code>").Code(snippet.Code).Line("</code></pre></div>");
    }
}
