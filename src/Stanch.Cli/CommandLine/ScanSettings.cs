using Stanch.Detection;

namespace Stanch.Cli.CommandLine;

/// <summary>What the user typed after <c>stanch scan</c>, unchecked; a <see cref="Scanning.ScanPlan"/> is made of it.</summary>
internal sealed record ScanSettings
{
    public required IScanSource Source { get; init; }
    public IReadOnlyList<string> Targets { get; init; } = [];
    public IReadOnlyDictionary<string, string> SourceOptions { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Reports { get; init; } = [];
    public bool ShowSecrets { get; init; }
    public bool IncludeIgnored { get; init; }
    public IReadOnlyList<string> Exclude { get; init; } = [];
    public IReadOnlyList<string> Detectors { get; init; } = [];
    public string? FailOn { get; init; }
    public string? MinSeverity { get; init; }
    public string? Incomplete { get; init; }
    public string? Jobs { get; init; }
    public string? MaxTime { get; init; }
    public string? Config { get; init; }
    public bool NoConfig { get; init; }
    public string? Baseline { get; init; }
    public bool NoBaseline { get; init; }
    public bool Quiet { get; init; }
    public bool NoColour { get; init; }
    public bool Progress { get; init; }

    /// <summary>Reads what the project decided from elsewhere than the folder that is scanned; null for that folder.</summary>
    public Func<string, string?>? ReadDecisions { get; init; }
}
