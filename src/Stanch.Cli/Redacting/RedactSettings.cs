using Stanch.Detection;

namespace Stanch.Cli.Redacting;

/// <summary>What the user typed after <c>stanch redact</c>.</summary>
internal sealed record RedactSettings
{
    public required Evidence Least { get; init; }
    public IReadOnlyList<string> Detectors { get; init; } = [];
    public string? Config { get; init; }
    public bool NoConfig { get; init; }
}
