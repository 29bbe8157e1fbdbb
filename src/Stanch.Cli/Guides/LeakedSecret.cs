using Stanch.Cli.CommandLine;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Policy;
using Stanch.Remediation.Guides;

namespace Stanch.Cli.Guides;

/// <summary>A finding that someone names, with every place of the project and its history at which the same secret stands.</summary>
/// <param name="Detector">Its kind.</param>
/// <param name="Incident">What is known of it.</param>
internal sealed record LeakedSecret(Detector Detector, Incident Incident)
{
    /// <param name="what"><c>FILE:LINE</c> or a fingerprint, as reports print them.</param>
    /// <param name="detector">The kind that is meant where several stand there; null for any.</param>
    /// <param name="settings">How to scan.</param>
    /// <param name="here">The run.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="UsageException">Nothing is found there, or more than one secret.</exception>
    public static LeakedSecret Find(string what, string? detector, ScanSettings settings, Invocation here, Interruption stop)
    {
        var place = PlaceArgument.TryParse(what);
        var isFingerprint = Fingerprinter.IsWellFormed(what);
        if (place is null && !isFingerprint) throw new UsageException($"'{what}' names no finding: write it as FILE:LINE, such as deploy/run.sh:12, or give the fingerprint that a report prints");
        var root = place is not null && !isFingerprint && File.Exists(Path.GetFullPath(place.Path, here.WorkingDirectory)) ? ScanRoot.Of([place.Path], here.WorkingDirectory) : ScanRoot.Of(here.WorkingDirectory);
        var key = Project.Open(root, config: null, noConfig: false, here).Configuration.FingerprintKey;
        var fingerprinter = key is null ? null : new Fingerprinter(key.Value);
        var meant = isFingerprint ? null : OneOf(FindingsAtPlace.Find(place!, root, settings, here, stop), what, detector);
        if (meant is null && fingerprinter is null) throw new UsageException("the project has no fingerprint key, so no report of it printed that fingerprint: name the finding as FILE:LINE");
        var all = ProjectScan.Run(root, settings with { NoBaseline = true }, [], history: true, here, stop);
        var same = all.Findings.Where(finding => meant is null ? fingerprinter!.Matches(finding, what) : finding.Secret.SameAs(meant.Secret)).ToList();
        meant ??= same.Count > 0 ? OneOf(same, what, detector) : throw new UsageException($"no finding of the project or its history has the fingerprint {what}");
        var places = same.Where(finding => finding.Detector.Id == meant.Detector.Id).DefaultIfEmpty(meant).ToList();
        return new LeakedSecret(meant.Detector, Incident.Of(places, fingerprinter?.Of(meant), root.Repository is { Info.Head: not null }));
    }

    private static Finding OneOf(IReadOnlyList<Finding> found, string what, string? detector)
    {
        var meant = found.Where(finding => detector is null || finding.Detector.Id == detector).ToList();
        if (meant.Count == 0) throw new UsageException($"{detector} found nothing at {what}");
        return meant.DistinctBy(finding => (finding.Detector.Id, finding.Secret.Reveal())).Count() == 1
            ? meant[0]
            : throw new UsageException($"several secrets stand at {what}: name the kind, as in 'stanch guide {meant[0].Detector.Id} --finding {what}', or the column too ({string.Join(", ", meant.Select(finding => finding.Detector.Id).Distinct())})");
    }
}
