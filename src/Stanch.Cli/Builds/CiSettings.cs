using Stanch.Cli.CommandLine;
using Stanch.Platforms.Builds;

namespace Stanch.Cli.Builds;

/// <summary>What the user typed after <c>stanch ci</c>.</summary>
/// <param name="Scan">As for <c>stanch scan git</c>.</param>
/// <param name="Range">What the user knows better than the CI system.</param>
internal sealed record CiSettings(ScanSettings Scan, RangeOptions Range)
{
    /// <summary>The id of the system; null to find it out.</summary>
    public string? System { get; init; }

    /// <summary>Say what was found out, and scan nothing.</summary>
    public bool Explain { get; init; }

    /// <summary>Obey what the change decides, too.</summary>
    public bool TrustChange { get; init; }

    /// <summary>No annotations, and no report of the system's own.</summary>
    public bool IsPlain { get; init; }
}
