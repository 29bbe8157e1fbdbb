namespace Stanch.Sources.Git;

/// <summary>A commit's version of a path has a secret that its first parent's has not (gained), or the other way round.</summary>
/// <param name="Commit">Number in the graph.</param>
/// <param name="Pair">Number of the pair of path and secret.</param>
internal readonly record struct LifeEvent(int Commit, int Pair, bool Gained);
