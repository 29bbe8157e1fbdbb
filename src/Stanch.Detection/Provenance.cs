namespace Stanch.Detection;

/// <summary>Where bytes come from. A closed type: whoever handles one handles all.</summary>
public abstract record Provenance
{
    private Provenance() { }

    /// <summary>The path that a person would look for, with forward slashes; for text that has none, a name in angle brackets such as <c>&lt;stdin&gt;</c>.</summary>
    public abstract string Path { get; }

    /// <summary>The kind as it stands in reports.</summary>
    public abstract string Kind { get; }

    /// <summary>A file as it lies on the disk.</summary>
    /// <param name="Path">Relative to what was scanned, or as it was named.</param>
    public sealed record File(string Path) : Provenance
    {
        public override string Path { get; } = Path;
        public override string Kind => "file";
    }

    /// <summary>Standard input that is not a patch.</summary>
    public sealed record StandardInput : Provenance
    {
        public override string Path => "<stdin>";
        public override string Kind => "stdin";
    }

    /// <summary>An added line of a patch; lines are those of the patched file.</summary>
    public sealed record Patch(string Path) : Provenance
    {
        public override string Path { get; } = Path;
        public override string Kind => "patch";
    }

    /// <summary>What is staged: a blob of the index, not the working file.</summary>
    public sealed record Index(string Repository, string Path) : Provenance
    {
        public override string Path { get; } = Path;
        public override string Kind => "index";
    }

    /// <summary>A file in a repository's history, between the commit that brought the secret and the one that took it away.</summary>
    public sealed record Commit(string Repository, string Path, CommitInfo Introduced) : Provenance
    {
        public override string Path { get; } = Path;
        public override string Kind => "commit";

        /// <summary>The commit that took the secret away from this path; null while it stands at a head.</summary>
        public CommitInfo? Removed { get; init; }

        /// <summary>The newest commit whose version of the file still holds the secret.</summary>
        public CommitInfo? Last { get; init; }

        /// <summary>True when a branch or tag still shows the secret at this path.</summary>
        public bool AtHead { get; init; }

        /// <summary>The id of the blob that holds it.</summary>
        public string? BlobId { get; init; }
    }

    /// <summary>The text of a commit, an annotated tag or a note.</summary>
    /// <param name="What"><c>commit-message</c>, <c>tag-message</c> or <c>note</c>.</param>
    /// <param name="ObjectId">The commit, tag or note that carries the text.</param>
    public sealed record Message(string Repository, string What, string ObjectId, CommitInfo? Introduced) : Provenance
    {
        public override string Path => $"<{What} {(ObjectId.Length > 12 ? ObjectId[..12] : ObjectId)}>";
        public override string Kind => What;
    }

    /// <summary>An object of a repository that no reference reaches.</summary>
    public sealed record Unreachable(string Repository, string BlobId, string? KnownPath) : Provenance
    {
        public override string Path => KnownPath ?? $"<unreachable {BlobId[..12]}>";
        public override string Kind => "unreachable";
    }
}
