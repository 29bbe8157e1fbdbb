using System.Globalization;
using Stanch.Remediation.Guides.Html;

namespace Stanch.Remediation.Site;

/// <summary>The pages that lead to the guides.</summary>
internal static class BrowsePages
{
    private static readonly (string Name, string Address) s_home = ("All guides", "index.html");

    public static SiteFile Home(SiteMap map) => SitePage.Write("index.html", "It leaked! What should I do?", [], (page, _) =>
    {
        page.Line("<h1>It leaked! What should I do?</h1>");
        page.Line("<p>Find the kind of secret that leaked: its guide says how to end it, how to replace it, whether someone else used it, and what will stop working.</p>");
        page.Line("<section id=\"found\" aria-labelledby=\"results\" hidden><h2 id=\"results\">Found</h2><p id=\"count\" role=\"status\"></p><ul id=\"list\"></ul></section>");
        page.Line("<noscript><p>Search needs a script; the categories and the <a href=\"providers.html\">list of providers</a> do not.</p></noscript>");
        page.Line("<section aria-labelledby=\"categories\">").Line("<h2 id=\"categories\">By category</h2>").Line("<ul class=\"columns\">");
        foreach (var category in map.Categories) Link(page, "", category.Address, category.Name, category.Count);
        page.Line("</ul>").Line("</section>");
        page.Line("<section aria-labelledby=\"by-provider\">").Line("<h2 id=\"by-provider\">By provider</h2>");
        page.Line(string.Create(CultureInfo.InvariantCulture, $"<p><a href=\"providers.html\">All {map.Providers.Count} providers</a></p>")).Line("</section>");
    }, "search-index.js", "search.js");

    public static SiteFile Providers(SiteMap map) => SitePage.Write("providers.html", "Guides by provider", [s_home], (page, root) =>
    {
        page.Line("<h1>Guides by provider</h1>").Line("<ul class=\"columns\">");
        foreach (var provider in map.Providers) Link(page, root, provider.Address, provider.Name, provider.Guides.Count);
        page.Line("</ul>");
    });

    public static SiteFile Category(SiteCategory category) => SitePage.Write(category.Address, $"{category.Name}: guides", [s_home], (page, root) =>
    {
        page.Element("h1", category.Name).Line();
        foreach (var provider in category.Providers)
        {
            page.Element("h2", provider.Name).Line();
            WriteGuides(page, root, provider);
        }
    });

    public static SiteFile Provider(SiteProvider provider) => SitePage.Write(provider.Address, $"{provider.Name}: guides", [s_home, ("Providers", "providers.html")], (page, root) =>
    {
        page.Element("h1", provider.Name).Line();
        WriteGuides(page, root, provider);
    });

    private static void WriteGuides(HtmlPage page, string root, SiteProvider provider)
    {
        page.Line("<ul>");
        foreach (var guide in provider.Guides) Link(page, root, SiteMap.GuideAddress(guide.Detector.Id), guide.Detector.Name, count: null);
        page.Line("</ul>");
    }

    private static void Link(HtmlPage page, string root, string address, string name, int? count)
    {
        page.Raw($"<li><a href=\"{root}").Text(address).Raw("\">").Text(name).Raw("</a>");
        if (count is { } many) page.Raw(string.Create(CultureInfo.InvariantCulture, $" <span class=\"quiet\">{many}</span>"));
        page.Line("</li>");
    }
}
