using System.Globalization;
using Stanch.Detection;

namespace Stanch.Policy.Imports;

/// <summary>Recognises another tool's findings among ours.</summary>
/// <param name="Matches">What agrees.</param>
/// <param name="Unmatched">Identities that no finding has, with the reason.</param>
public sealed record ImportMatching(IReadOnlyList<ImportMatch> Matches, IReadOnlyList<NotCarriedOver> Unmatched)
{
    /// <param name="ignores">What the file decides.</param>
    /// <param name="findings">Of a scan of the tree and of the history.</param>
    /// <param name="relativeToRoot">Makes a finding's path relative to the root.</param>
    public static ImportMatching Of(ForeignIgnores ignores, IReadOnlyList<Finding> findings, Func<string, string> relativeToRoot)
    {
        var matches = new List<ImportMatch>();
        var unmatched = new List<NotCarriedOver>();
        var placed = findings.Select(finding => (Finding: finding, Path: relativeToRoot(finding.Provenance.Path))).ToList();
        foreach (var identity in ignores.Identities)
        {
            var found = placed.Where(place => identity.Matches(place.Finding, place.Path)).Select(place => new ImportMatch(identity, place.Finding, place.Path)).ToList();
            matches.AddRange(found);
            if (found.Count == 0) unmatched.Add(new NotCarriedOver(identity.Text, "no finding of this scan has it: the secret is gone, or no detector here reports it"));
        }
        return new ImportMatching(matches, unmatched);
    }

    /// <summary>What agrees as entries of a baseline.</summary>
    public IEnumerable<BaselineEntry> ToBaseline(Fingerprinter fingerprinter) =>
        Matches.Select(match => new BaselineEntry(fingerprinter.Of(match.Finding), match.Finding.Detector.Id, match.Path)).Distinct();

    /// <summary>What agrees as ignores of a configuration, each secret once: in its file where the decision was for one, everywhere else.</summary>
    public IEnumerable<NewIgnore> ToIgnores(Fingerprinter fingerprinter, string tool, DateOnly today) =>
        Matches.Select(match => new NewIgnore
        {
            Fingerprint = fingerprinter.Of(match.Finding),
            Path = match.Identity.IsForOnePath ? AsGlob(match.Path) : null,
            Reason = match.Identity.Reason ?? string.Create(CultureInfo.InvariantCulture, $"imported from {tool} on {today:yyyy-MM-dd}"),
        }).Distinct();

    private static string AsGlob(string path) =>
        "/" + string.Concat(path.Select(c => c is '*' or '?' or '[' or '\\' ? $"\\{c}" : c.ToString()));
}
