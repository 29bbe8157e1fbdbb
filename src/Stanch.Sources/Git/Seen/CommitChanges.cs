namespace Stanch.Sources.Git.Seen;

/// <summary>What a commit changed against one of its parents, as far as it matters: blobs with findings, pointers, submodules.</summary>
/// <param name="Against">Which of its parents, from 1; 0 for none.</param>
internal readonly record struct CommitChanges(int Against, IReadOnlyList<SeenChange> Changes);
