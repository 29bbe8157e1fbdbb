using System.Collections.Concurrent;

namespace Stanch.Sources.Git;

/// <summary>
/// Where blobs that matter stand, collected from the differences between trees: those with findings, those that were not read, pointers.
/// All other changes pass without a trace, so memory follows the findings, not the history. Safe for many threads.
/// </summary>
/// <param name="holds">Whether the store holds an object; null where that does not matter.</param>
internal sealed class BlobPlaces(ObjectSearch search, Func<ObjectId, bool>? holds)
{
    /// <summary>The number of a tree that a ref names without a commit.</summary>
    public const int Direct = -1;

    private readonly Lock _gate = new();
    private readonly List<PathVersion> _versions = [];
    private readonly ConcurrentDictionary<ObjectId, int> _firstPath = new();
    private readonly ConcurrentDictionary<int, bool> _submodules = new();
    private readonly ConcurrentDictionary<ObjectId, bool> _direct = new();

    public PathTable Paths { get; } = new();

    public IReadOnlyList<PathVersion> Versions => _versions;

    /// <summary>Blobs with findings, unread ones and pointers, with the first path they were seen at.</summary>
    public IReadOnlyDictionary<ObjectId, int> FirstPath => _firstPath;

    public IEnumerable<int> Submodules => _submodules.Keys;

    /// <summary>Blobs with findings that a ref reaches without a commit.</summary>
    public ICollection<ObjectId> DirectBlobs => _direct.Keys;

    /// <summary>True for a blob whose places are kept: <see cref="Note"/> passes over changes between others.</summary>
    public bool Matters(ObjectId id) =>
        search.Found.ContainsKey(id) || search.Unread.ContainsKey(id) || search.Pointers.ContainsKey(id) || holds?.Invoke(id) == false;

    public void Note(int number, RawChange change)
    {
        var found = !change.New.IsNull && !change.NewIsSubmodule && NoteNew(number, change);
        var lost = !change.Old.IsNull && !change.OldIsSubmodule && search.Found.ContainsKey(change.Old);
        if (change.NewIsSubmodule && !change.New.IsNull) _submodules.TryAdd(Paths.NumberOf(change.Path), true);
        if (number == Direct || !(found || lost)) return;
        var version = new PathVersion(number, Paths.NumberOf(change.Path), lost ? change.Old : default, found ? change.New : default);
        lock (_gate) _versions.Add(version);
    }

    /// <summary>Adds what a commit at the edge of a range has at a path.</summary>
    public void Add(int number, ReadOnlySpan<byte> path, ObjectId blob) => _versions.Add(new PathVersion(number, Paths.NumberOf(path), default, blob));

    /// <summary>Notes a blob that a ref names itself.</summary>
    public void NoteDirect(ObjectId blob)
    {
        if (search.Found.ContainsKey(blob)) _direct.TryAdd(blob, true);
    }

    private bool NoteNew(int number, RawChange change)
    {
        var id = change.New;
        var found = search.Found.ContainsKey(id);
        if (holds?.Invoke(id) == false) search.Unread.TryAdd(id, (GapKind.Absent, "the repository does not hold this object"));
        if (found || search.Unread.ContainsKey(id) || search.Pointers.ContainsKey(id)) _firstPath.TryAdd(id, Paths.NumberOf(change.Path));
        if (found && number == Direct) _direct.TryAdd(id, true);
        return found;
    }
}
