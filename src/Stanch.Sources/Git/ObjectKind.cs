namespace Stanch.Sources.Git;

/// <summary>What a git object is.</summary>
internal enum ObjectKind
{
    Unknown,
    Blob,
    Tree,
    Commit,
    Tag,
}
