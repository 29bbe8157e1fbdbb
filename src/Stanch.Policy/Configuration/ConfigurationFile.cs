using Stanch.Detection;
using Stanch.Detection.Paths;

namespace Stanch.Policy;

/// <summary>What one person wrote in one configuration file; nothing is merged yet. A null is a key that does not stand in it.</summary>
internal sealed record ConfigurationFile
{
    /// <summary>The file as a person knows it.</summary>
    public required string Name { get; init; }

    public required ConfigurationLayer Layer { get; init; }

    /// <summary>The folder that its globs are relative to, relative to the root, without a slash at either end; empty for the root.</summary>
    public string Folder { get; init; } = "";

    public IReadOnlyList<Setting<Glob>> Exclude { get; init; } = [];
    public IReadOnlyList<IgnoreRule> Ignore { get; init; } = [];
    public DetectorSelection Detectors { get; init; } = DetectorSelection.Empty;
    public IReadOnlyList<CustomDetectorReference> Custom { get; init; } = [];
    public Setting<Evidence>? FailOn { get; init; }
    public Setting<Severity>? MinSeverity { get; init; }
    public Setting<string>? FingerprintKey { get; init; }
    public Setting<string>? FingerprintKeyFile { get; init; }
    public Setting<IncompleteMode>? Incomplete { get; init; }
    public Setting<TimeSpan>? MaxTime { get; init; }
    public Setting<bool>? Decode { get; init; }
    public Setting<string>? Baseline { get; init; }
}
