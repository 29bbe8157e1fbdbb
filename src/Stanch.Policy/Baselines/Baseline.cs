using Stanch.Detection;

namespace Stanch.Policy;

/// <summary>
/// Findings accepted at a point in time. An entry covers a secret, by its fingerprint, in one file: wherever in it, however often, whichever
/// detector finds it. The same secret in another file is reported: there it is a new leak.
/// </summary>
public sealed class Baseline
{
    public static readonly Baseline Empty = new(null, []);

    private readonly Dictionary<string, List<BaselineEntry>> _byPath;

    /// <param name="keyId">The <see cref="FingerprintKey.Id"/> of the key that the fingerprints were made with.</param>
    /// <param name="entries">In any order; duplicates count once.</param>
    public Baseline(string? keyId, IEnumerable<BaselineEntry> entries)
    {
        KeyId = keyId;
        Entries = [.. entries.Distinct().OrderBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.Detector, StringComparer.Ordinal).ThenBy(e => e.Fingerprint, StringComparer.Ordinal)];
        _byPath = Entries.GroupBy(entry => entry.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    public string? KeyId { get; }

    /// <summary>Sorted by path, detector, fingerprint.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; }

    /// <summary>The entry that covers a finding; null for none. Computes a fingerprint only when the path has entries.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="path">Its path, relative to the root.</param>
    /// <param name="fingerprinter">With the key that the baseline was made with.</param>
    public BaselineEntry? Find(Finding finding, string path, Fingerprinter fingerprinter) =>
        _byPath.GetValueOrDefault(path)?.OrderBy(entry => entry.Detector == finding.Detector.Id ? 0 : 1).FirstOrDefault(entry => fingerprinter.Matches(finding, entry.Fingerprint));

    /// <summary>Accepts these findings as they stand; those that are ignored otherwise need no entry.</summary>
    /// <param name="findings">Of a scan.</param>
    /// <param name="fingerprinter">The project's.</param>
    /// <param name="relativeToRoot">Makes a finding's path relative to the root.</param>
    public static Baseline Create(IEnumerable<Finding> findings, Fingerprinter fingerprinter, Func<string, string> relativeToRoot) =>
        new(fingerprinter.KeyId, findings.Where(NeedsEntry).Select(finding => EntryOf(finding, fingerprinter, relativeToRoot)));

    /// <summary>Keeps what still stands and drops what is gone.</summary>
    /// <param name="findings">Of a new scan, judged.</param>
    /// <param name="fingerprinter">The project's.</param>
    /// <param name="relativeToRoot">Makes a finding's path relative to the root.</param>
    /// <param name="wasScanned">False for a path that the scan did not read, whose entries stay.</param>
    /// <param name="accept">Whether findings that are new are accepted too.</param>
    public BaselineUpdate Update(IEnumerable<Finding> findings, Fingerprinter fingerprinter, Func<string, string> relativeToRoot, Func<string, bool> wasScanned, bool accept)
    {
        var standing = new HashSet<BaselineEntry>();
        var added = new List<BaselineEntry>();
        foreach (var finding in findings)
        {
            if (Find(finding, relativeToRoot(finding.Provenance.Path), fingerprinter) is { } entry) standing.Add(entry);
            else if (NeedsEntry(finding)) added.Add(EntryOf(finding, fingerprinter, relativeToRoot));
        }
        var dropped = Entries.Where(entry => !standing.Contains(entry) && wasScanned(entry.Path)).ToList();
        var kept = Entries.Except(dropped).ToList();
        return new BaselineUpdate(new Baseline(fingerprinter.KeyId, accept ? kept.Concat(added) : kept), kept, dropped, [.. added.Distinct()]);
    }

    private static bool NeedsEntry(Finding finding) => finding.Ignored is null or { By: "baseline" };

    private static BaselineEntry EntryOf(Finding finding, Fingerprinter fingerprinter, Func<string, string> relativeToRoot) =>
        new(fingerprinter.Of(finding), finding.Detector.Id, relativeToRoot(finding.Provenance.Path));
}
