using Stanch.Remediation.Guides.Html;

namespace Stanch.Remediation.Site;

/// <summary>What every page of the site has around its content.</summary>
internal static class SitePage
{
    /// <summary>Only the site's own files count, whichever server or folder they come from.</summary>
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'";

    /// <param name="path">Where the page stands, relative to the site's root.</param>
    /// <param name="title">Of the page.</param>
    /// <param name="trail">The pages above it, from the top: name and address.</param>
    /// <param name="write">Writes the content, told how to get to the root.</param>
    /// <param name="scripts">Those it needs besides the common one.</param>
    public static SiteFile Write(string path, string title, IReadOnlyList<(string Name, string Address)> trail, Action<HtmlPage, string> write, params string[] scripts)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var page = new HtmlPage(output);
        var root = path.Contains('/', StringComparison.Ordinal) ? "../" : "";
        WriteHead(page, title, root, [.. scripts, "script.js"]);
        WriteHeader(page, root);
        page.Line("<main id=\"main\" tabindex=\"-1\">");
        WriteTrail(page, trail, root);
        write(page, root);
        page.Line("</main>").Line("<footer><p>Made by <code>stanch guide site</code>. Facts stand with the day on which they were read; what is marked General fits any provider.</p></footer>");
        page.Line("</body>").Line("</html>");
        return new SiteFile(path, output.ToString());
    }

    private static void WriteHead(HtmlPage page, string title, string root, IReadOnlyList<string> scripts)
    {
        page.Line("<!DOCTYPE html>").Line("<html lang=\"en\">").Line("<head>").Line("<meta charset=\"utf-8\">");
        page.Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">");
        page.Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">").Line("<meta name=\"referrer\" content=\"no-referrer\">");
        page.Element("title", title).Line().Line($"<link rel=\"stylesheet\" href=\"{root}style.css\">");
        foreach (var script in scripts) page.Line($"<script src=\"{root}{script}\" defer></script>");
        page.Line("</head>").Line("<body>");
    }

    private static void WriteHeader(HtmlPage page, string root)
    {
        page.Line("<a class=\"skip\" href=\"#main\">To the content</a>").Line("<header>");
        page.Line($"<nav aria-label=\"Site\"><a href=\"{root}index.html\">All guides</a> · <a href=\"{root}providers.html\">Providers</a></nav>");
        page.Line($"<form role=\"search\" action=\"{root}index.html\"><label class=\"visually-hidden\" for=\"q\">Search the guides</label><input type=\"search\" id=\"q\" name=\"q\" autocomplete=\"off\" placeholder=\"Name, provider or variable\"> <button>Search</button></form>");
        page.Line("</header>");
    }

    private static void WriteTrail(HtmlPage page, IReadOnlyList<(string Name, string Address)> trail, string root)
    {
        if (trail.Count == 0) return;
        page.Raw("<nav aria-label=\"Breadcrumb\"><p>");
        foreach (var (index, (name, address)) in trail.Index())
            page.Raw($"{(index > 0 ? " › " : "")}<a href=\"{root}").Text(address).Raw("\">").Text(name).Raw("</a>");
        page.Line("</p></nav>");
    }
}
