using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Policy;
using Stanch.Reporting;

namespace Stanch.Cli.Scanning;

/// <summary>A scan that can run: everything that the user typed, read and checked before the first byte of the target.</summary>
internal sealed record ScanPlan
{
    public required IScanSource Source { get; init; }

    /// <summary>What the source is asked for, one after the other: each folder by itself, since what is left out depends on it.</summary>
    public required IReadOnlyList<SourceRequest> Requests { get; init; }

    public required Project Project { get; init; }
    public required IReadOnlyList<Detector> Detectors { get; init; }
    public required Baseline Baseline { get; init; }
    public required PolicyOptions Policy { get; init; }
    public required IReadOnlyList<ReportRequest> Reports { get; init; }
    public required ReportOptions ReportOptions { get; init; }

    /// <summary>The target as reports name it.</summary>
    public required string Target { get; init; }

    /// <summary>How long it may take; null for as long as it needs.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>True when a person may want to know that history was left alone.</summary>
    public bool LeavesHistory { get; init; }

    public bool Quiet { get; init; }
    public bool ForceProgress { get; init; }

    /// <exception cref="UsageException">The command line asks for what cannot be.</exception>
    /// <exception cref="ConfigurationException">A configuration is broken.</exception>
    /// <exception cref="ReportRequestException">A report cannot be written.</exception>
    /// <exception cref="SourceException">A target cannot be scanned.</exception>
    public static ScanPlan From(ScanSettings settings, Invocation here) => new ScanPlanner(settings, here).Plan();
}
