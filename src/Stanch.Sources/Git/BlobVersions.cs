namespace Stanch.Sources.Git;

/// <summary>Which blob with findings a commit has at a path: that of the nearest change on the line of first parents.</summary>
internal sealed class BlobVersions
{
    private readonly IReadOnlyList<int[]> _parents;
    private readonly Dictionary<(int Path, int Commit), ObjectId> _blobs = [];
    private readonly Dictionary<(int Path, int Commit), ObjectId> _answers = [];

    public BlobVersions(IReadOnlyList<int[]> parents, IEnumerable<PathVersion> versions)
    {
        _parents = parents;
        foreach (var version in versions) _blobs[(version.Path, version.Commit)] = version.New;
    }

    public ObjectId At(int commit, int path)
    {
        if (_answers.TryGetValue((path, commit), out var known)) return known;
        var blob = default(ObjectId);
        for (var at = commit; !_blobs.TryGetValue((path, at), out blob) && _parents[at].Length > 0;) at = _parents[at][0];
        return _answers[(path, commit)] = blob;
    }
}
