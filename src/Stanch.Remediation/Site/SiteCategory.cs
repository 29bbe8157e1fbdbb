namespace Stanch.Remediation.Site;

/// <summary>A category with its providers, each with its guides of that category.</summary>
internal sealed record SiteCategory(string Id, IReadOnlyList<SiteProvider> Providers)
{
    /// <summary>As it is read: "CI CD" would be the id's, so the few that are no words have a name.</summary>
    public string Name => Id switch
    {
        "ai" => "AI",
        "ci-cd" => "CI and CD",
        _ => char.ToUpperInvariant(Id[0]) + Id[1..].Replace('-', ' '),
    };

    public int Count => Providers.Sum(provider => provider.Guides.Count);

    public string Address => $"category/{Id}.html";
}
