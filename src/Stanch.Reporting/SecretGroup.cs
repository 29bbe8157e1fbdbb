using Stanch.Detection;

namespace Stanch.Reporting;

/// <summary>One secret as one detector found it, with all its places: what a person has to deal with once.</summary>
internal sealed record SecretGroup(Detector Detector, Secret Secret, IReadOnlyList<Finding> Places)
{
    /// <summary>The best evidence that any place gives.</summary>
    public Finding Strongest { get; } = Places.MaxBy(place => (place.Blocking, place.Evidence))!;

    public bool Blocking => Strongest.Blocking;

    /// <summary>What the secret says about itself, from all places.</summary>
    public IReadOnlyList<Fact> Facts { get; } = [.. Places.SelectMany(place => place.Facts).Distinct()];

    /// <summary>The plainest answer that a provider gave.</summary>
    public Validity Validity { get; } = Places.Select(place => place.Validity).MaxBy(Plainness);

    /// <summary>The worst first: what blocks, then evidence, then severity, then as they stand in the report.</summary>
    public static IReadOnlyList<SecretGroup> Of(IEnumerable<Finding> findings) =>
    [
        .. findings
            .GroupBy(finding => (finding.Detector.Id, finding.Secret.Reveal(), finding.Ignored is null))
            .Select(places => new SecretGroup(places.First().Detector, places.First().Secret, [.. places.OrderBy(IsPast)]))
            .OrderByDescending(group => group.Blocking)
            .ThenByDescending(group => group.Strongest.Ignored is null)
            .ThenByDescending(group => group.Strongest.Evidence)
            .ThenByDescending(group => group.Detector.Severity),
    ];

    /// <summary>True for what only history still shows; what stands in a file today comes first.</summary>
    private static bool IsPast(Finding finding) =>
        finding.Provenance is Provenance.Commit { AtHead: false } or Provenance.Message or Provenance.Unreachable;

    private static int Plainness(Validity validity) => validity switch
    {
        Validity.Valid => 3,
        Validity.Invalid or Validity.Expired => 2,
        Validity.Unknown => 1,
        _ => 0,
    };
}
