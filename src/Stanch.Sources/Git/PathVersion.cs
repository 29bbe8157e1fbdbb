namespace Stanch.Sources.Git;

/// <summary>A commit changed a path, and something was found in what it put there or took away.</summary>
/// <param name="Commit">Number in the graph.</param>
/// <param name="Path">Number in the table of paths.</param>
/// <param name="Old">The first parent's blob; null where nothing was found in it.</param>
/// <param name="New">The commit's blob; null where nothing was found in it.</param>
internal readonly record struct PathVersion(int Commit, int Path, ObjectId Old, ObjectId New);
