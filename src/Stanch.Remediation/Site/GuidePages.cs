using Stanch.Remediation.Guides;
using Stanch.Remediation.Guides.Html;

namespace Stanch.Remediation.Site;

/// <summary>The page of one kind of secret.</summary>
internal static class GuidePages
{
    public static SiteFile Write(GuideRequest request, SiteMap map)
    {
        var guide = GuideDocument.Of(request);
        var provider = map.Providers.First(provider => provider.Id == request.Detector.Provider);
        var category = new SiteCategory(request.Detector.Category, []);
        return SitePage.Write(
            SiteMap.GuideAddress(request.Detector.Id),
            guide.Title,
            [("All guides", "index.html"), (category.Name, category.Address), (provider.Name, provider.Address)],
            (page, root) => new HtmlBlocks(page, id => map.Has(id) ? root + SiteMap.GuideAddress(id) : null).Write(guide));
    }
}
