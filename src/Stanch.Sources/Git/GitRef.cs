namespace Stanch.Sources.Git;

/// <summary>A name in a repository and the object that it names, which may be a commit, an annotated tag, or anything.</summary>
internal readonly record struct GitRef(ObjectId Id, string Name)
{
    public const string Stash = "refs/stash";

    /// <summary>Where a secret counts as still standing: branches, tags, and what is checked out.</summary>
    public bool IsHead =>
        Name == "HEAD" || Name.StartsWith("refs/heads/", StringComparison.Ordinal) || Name.StartsWith("refs/remotes/", StringComparison.Ordinal)
        || Name.StartsWith("refs/tags/", StringComparison.Ordinal);

    public bool IsNotes => Name.StartsWith("refs/notes/", StringComparison.Ordinal);

    public bool IsStash => Name == Stash;
}
