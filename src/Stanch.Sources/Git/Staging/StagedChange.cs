using Stanch.Sources.Git.Trees;

namespace Stanch.Sources.Git.Staging;

/// <summary>A path that the index has otherwise than the commit.</summary>
/// <param name="Old">The commit's; null where it has none.</param>
/// <param name="New">The index's; null where the path is unmerged.</param>
/// <param name="Status"><c>A</c> <c>M</c> <c>T</c> or, unmerged, <c>U</c>.</param>
internal sealed record StagedChange(byte[] Path, EntryMode OldMode, ObjectId Old, EntryMode NewMode, ObjectId New, char Status);
