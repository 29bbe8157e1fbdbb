namespace Stanch.Sources.Git;

/// <summary>A commit as the walk of history needs it.</summary>
/// <param name="Date">When it was committed, in seconds since 1970.</param>
internal readonly record struct CommitLinks(ObjectId Id, ObjectId Tree, ObjectId[] Parents, long Date);
