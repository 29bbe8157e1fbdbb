namespace Stanch.Platforms.Builds;

/// <summary>What the user knows better than the CI system.</summary>
public sealed record RangeOptions
{
    /// <summary>The revision that the scanned commits come after; null to find it out.</summary>
    public string? From { get; init; }

    /// <summary>The revision up to which is scanned; null for what is checked out.</summary>
    public string? To { get; init; }

    /// <summary>The branch that a pull request leads to; null to find it out.</summary>
    public string? Target { get; init; }

    /// <summary>The revision whose decisions are obeyed; null for the commit just before what is scanned.</summary>
    public string? PolicyFrom { get; init; }

    /// <summary>The remote that was cloned.</summary>
    public string Remote { get; init; } = "origin";

    /// <summary>True where missing history may be fetched.</summary>
    public bool MayFetch { get; init; }

    /// <summary>The line that makes the CI system clone everything.</summary>
    public string FullClone { get; init; } = "'git fetch --unshallow'";
}
