namespace Stanch.Sources.Git;

/// <summary>Says where the index differs from a commit: what is staged.</summary>
internal interface IIndexDiff
{
    delegate void ChangeHandler(RawChange change);

    /// <summary>Tells of every path that the index has otherwise than the commit, and of those that are unmerged; of removed ones it may.</summary>
    /// <param name="head">Null where there is no commit yet.</param>
    /// <returns>Why the index cannot be read; null where it was.</returns>
    string? Compare(ObjectId? head, ChangeHandler each, CancellationToken cancellation);
}
