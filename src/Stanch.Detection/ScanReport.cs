namespace Stanch.Detection;

/// <summary>All findings of one run over one target, and its coverage.</summary>
public sealed record ScanReport
{
    /// <summary>Sorted by path, line, column, detector. Ignored ones are among them and say so.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public required Coverage Coverage { get; init; }

    /// <summary>What was scanned, as the user named it.</summary>
    public required string Target { get; init; }

    /// <summary>The detectors that were active.</summary>
    public required IReadOnlyList<Detector> Detectors { get; init; }

    public required string Version { get; init; }

    /// <summary>A short hash of the detectors' definitions: two scans with the same one looked for the same.</summary>
    public required string Catalogue { get; init; }

    public DateTimeOffset Started { get; init; }
    public DateTimeOffset Finished { get; init; }

    /// <summary>The repository that was scanned, where there is one.</summary>
    public RepositoryInfo? Repository { get; init; }

    public int ExitCode { get; init; }

    /// <summary>Findings that count: not ignored.</summary>
    public IEnumerable<Finding> Counted => Findings.Where(finding => finding.Ignored is null);
}
