namespace Stanch.Sources.Git;

/// <summary>Says what differs between two trees, for many pairs: the paths of blobs and submodules, never their content.</summary>
internal interface ITreeDiff
{
    delegate void ChangeHandler(int number, RawChange change);

    /// <summary>Compares all pairs on up to so many threads; changes of one pair come in one piece, on one thread, and with one thread pairs come in order.</summary>
    /// <param name="matters">Which blobs are of interest: changes between others may be left out. Null where all are. Submodules always are.</param>
    /// <returns>Numbers of the pairs whose comparison broke off or left something out, with the reason.</returns>
    IReadOnlyList<(int Number, string Why)> Compare(IReadOnlyList<TreePair> pairs, int jobs, Func<ObjectId, bool>? matters, ChangeHandler each, CancellationToken cancellation);
}
