using Stanch.Detection;

namespace Stanch.Remediation.Guides;

/// <summary>One leaked secret with all its places: what a guide fills in. It never holds the value.</summary>
public sealed record Incident
{
    /// <summary>Enough to recognise the secret, never enough to use it.</summary>
    public required string Redacted { get; init; }

    public required IReadOnlyList<IncidentPlace> Places { get; init; }

    /// <summary>The keyed hash of the secret; null where the project has no key.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The identifier that belongs to it, by which its provider's logs know it; null for none.</summary>
    public string? KeyId { get; init; }

    /// <summary>What the secret says of itself.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The names that the files give it, the first found first.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Whether a commit holds it; null where there is no history to tell.</summary>
    public bool? IsCommitted { get; init; }

    /// <param name="findings">The same secret at all its places, at least one.</param>
    /// <param name="fingerprint">Its keyed hash; null where the project has no key.</param>
    /// <param name="hasHistory">Whether the findings are those of a history too.</param>
    public static Incident Of(IReadOnlyList<Finding> findings, string? fingerprint, bool hasHistory)
    {
        var places = findings.Select(Place).ToList();
        return new Incident
        {
            Redacted = Printable(findings[0].Secret.Redacted()),
            Fingerprint = fingerprint,
            KeyId = findings.Select(finding => finding.Id ?? finding.Facts.FirstOrDefault(fact => fact.Name is "keyId" or "id")?.Value).FirstOrDefault(id => id is not null) is { } id ? Printable(id) : null,
            Facts = [.. findings.SelectMany(finding => finding.Facts).DistinctBy(fact => fact.Name)],
            Variables = [.. findings.Select(AssignedName.Of).OfType<string>().Distinct(StringComparer.Ordinal)],
            IsCommitted = hasHistory ? places.Any(place => place.Commit is not null) : null,
            // A file as it lies on the disk adds nothing to the commit that brought the same line.
            Places = [.. places.Where(place => place.Commit is not null || !places.Any(other => other.Commit is not null && other.Path == place.Path && other.Line == place.Line)).Distinct()],
        };
    }

    private static IncidentPlace Place(Finding finding)
    {
        var place = new IncidentPlace(Printable(finding.Provenance.Path), finding.Location.Line);
        return finding.Provenance switch
        {
            Provenance.Commit commit => Of(place, commit.Introduced) with { RemovedBy = commit.AtHead ? null : commit.Removed?.Id },
            Provenance.Message { Introduced: { } introduced } => Of(place, introduced),
            _ => place,
        };
    }

    private static IncidentPlace Of(IncidentPlace place, CommitInfo commit) => place with { Commit = commit.Id, Author = Printable(commit.Author), Date = commit.Date };

    // Paths and authors are what an attacker wrote: nothing in them turns text around or writes on a terminal.
    private static string Printable(string text) => string.Concat(text.Select(letter => char.GetUnicodeCategory(letter) is
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator ? '\uFFFD' : letter));
}
