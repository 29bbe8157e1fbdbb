using Stanch.Remediation.Guides;

namespace Stanch.Remediation.Site;

/// <summary>A provider with the guides of its secrets.</summary>
internal sealed record SiteProvider(string Id, string Name, IReadOnlyList<GuideRequest> Guides)
{
    public string Address => $"provider/{Id}.html";
}
