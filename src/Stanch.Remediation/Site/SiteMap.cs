using Stanch.Remediation.Guides;

namespace Stanch.Remediation.Site;

/// <summary>What the site holds, and where: the only place that makes addresses.</summary>
internal sealed class SiteMap(IReadOnlyList<GuideRequest> guides)
{
    private readonly HashSet<string> _ids = guides.Select(guide => guide.Detector.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>By name.</summary>
    public IReadOnlyList<SiteProvider> Providers { get; } =
    [
        .. guides.GroupBy(guide => guide.Detector.Provider).Select(group => new SiteProvider(group.Key, group.First().Detector.ProviderName, ByName(group)))
            .OrderBy(provider => provider.Name, StringComparer.OrdinalIgnoreCase),
    ];

    public IEnumerable<SiteCategory> Categories => Providers.SelectMany(provider => provider.Guides.Select(guide => guide.Detector.Category).Distinct().Select(category => (category, provider)))
        .GroupBy(pair => pair.category).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new SiteCategory(group.Key, [.. group.Select(pair => pair.provider with { Guides = [.. pair.provider.Guides.Where(guide => guide.Detector.Category == group.Key)] })]));

    public bool Has(string id) => _ids.Contains(id);

    public static string GuideAddress(string id) => $"guide/{id}.html";

    private static IReadOnlyList<GuideRequest> ByName(IEnumerable<GuideRequest> guides) => [.. guides.OrderBy(guide => guide.Detector.Name, StringComparer.OrdinalIgnoreCase)];
}
