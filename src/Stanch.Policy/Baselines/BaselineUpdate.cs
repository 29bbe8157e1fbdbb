namespace Stanch.Policy;

/// <summary>What an update of a baseline did.</summary>
/// <param name="Baseline">The new one.</param>
/// <param name="Kept">Entries that still stand, or whose path was not scanned.</param>
/// <param name="Dropped">Entries whose secret is gone from their file.</param>
/// <param name="New">Findings that had no entry; in <paramref name="Baseline"/> only when they were to be accepted.</param>
public sealed record BaselineUpdate(Baseline Baseline, IReadOnlyList<BaselineEntry> Kept, IReadOnlyList<BaselineEntry> Dropped, IReadOnlyList<BaselineEntry> New);
