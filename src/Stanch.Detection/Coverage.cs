namespace Stanch.Detection;

/// <summary>What was read, what was not, and why.</summary>
/// <param name="Blobs">Blobs searched.</param>
/// <param name="Bytes">Bytes searched.</param>
/// <param name="Gaps">What was not read; sorted by path.</param>
/// <param name="Remarks">What the user should know of the target as a whole.</param>
public sealed record Coverage(long Blobs, long Bytes, IReadOnlyList<CoverageGap> Gaps, IReadOnlyList<string> Remarks)
{
    /// <summary>True when something failed, as against what was left out by design.</summary>
    public bool IsIncomplete => Gaps.Any(gap => gap.IsFailure);
}
