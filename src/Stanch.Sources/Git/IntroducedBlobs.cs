namespace Stanch.Sources.Git;

/// <summary>
/// The blobs that commits bring: of a merge only what differs from all its parents. Wants each commit's changes against all its parents in one
/// piece, on one thread.
/// </summary>
internal sealed class IntroducedBlobs(CommitGraph graph, PathTable paths)
{
    private readonly HashSet<(int Path, ObjectId Blob)> _blobs = [];
    private readonly Dictionary<int, (int Parents, ObjectId Blob)> _ofMerge = [];
    private int _merge = -1;

    public IReadOnlyCollection<(int Path, ObjectId Blob)> Blobs => _blobs;

    public void Note(int number, RawChange change)
    {
        if (number != _merge) CloseMerge();
        if (change.New.IsNull || change.NewIsSubmodule) return;
        var path = paths.NumberOf(change.Path);
        if (graph.Parents[number].Length < 2)
        {
            _blobs.Add((path, change.New));
            return;
        }
        _merge = number;
        _ofMerge[path] = (_ofMerge.GetValueOrDefault(path).Parents + 1, change.New);
    }

    /// <summary>Call it once behind the last change.</summary>
    public void CloseMerge()
    {
        foreach (var (path, (parents, blob)) in _ofMerge)
        {
            if (parents == graph.Parents[_merge].Length) _blobs.Add((path, blob));
        }
        _ofMerge.Clear();
    }
}
