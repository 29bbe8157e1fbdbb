using System.Text;
using Stanch.Remediation.Guides;

namespace Stanch.Remediation.Site;

/// <summary>
/// All guides as pages that need no server: search, browsing by category and provider, and a page for each kind of secret. Every page works without its
/// script and loads nothing from elsewhere.
/// </summary>
/// <param name="guides">Those it is made of, in any order.</param>
public sealed class GuideSite(IReadOnlyList<GuideRequest> guides)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files into a folder, which is made where it is missing; what else is in it stays.</summary>
    /// <returns>How many pages were written.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public int Write(string folder)
    {
        var pages = 0;
        foreach (var file in Files())
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Content, s_utf8);
            if (file.Path.EndsWith(".html", StringComparison.Ordinal)) pages++;
        }

        return pages;
    }

    /// <summary>The files, made one by one.</summary>
    public IEnumerable<SiteFile> Files()
    {
        var map = new SiteMap(guides);
        yield return new SiteFile("style.css", SiteAssets.Style);
        yield return new SiteFile("script.js", SiteAssets.Script);
        yield return new SiteFile("search.js", SiteAssets.Search);
        yield return new SiteFile("search-index.js", SearchIndex.Write(map));
        yield return BrowsePages.Home(map);
        yield return BrowsePages.Providers(map);
        foreach (var category in map.Categories) yield return BrowsePages.Category(category);
        foreach (var provider in map.Providers) yield return BrowsePages.Provider(provider);
        foreach (var guide in guides) yield return GuidePages.Write(guide, map);
    }
}
