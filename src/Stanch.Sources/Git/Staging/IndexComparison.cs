using Stanch.Sources.Git.Trees;

namespace Stanch.Sources.Git.Staging;

/// <summary>
/// Walks a commit's tree and the index side by side; folders whose cached tree is the commit's are passed over unread. So it costs one step
/// for each entry of the index, and a tree for each folder with changes.
/// </summary>
internal sealed class IndexComparison(IndexFile index, TreeReader trees)
{
    private const int DeepestTree = 2048;

    private readonly IndexCursor _cursor = new(index);
    private readonly Stack<Level> _levels = new();
    private readonly List<StagedChange> _changes = [];
    private byte[] _folder = new byte[1024];

    /// <summary>Null where something is damaged, or of a form that is not known here.</summary>
    public List<StagedChange>? TryRun(ObjectId tree)
    {
        if (!TryEnter(tree, index.Trees, 0) || !_cursor.TryMoveNext()) return null;
        while (_levels.TryPeek(out var level))
        {
            if (IsAtEnd(level)) _levels.Pop();
            else if (!TryStep(level)) return null;
        }
        return _cursor.IsAtEnd ? _changes : null;
    }

    private bool IsAtEnd(Level level) => level.At == level.Tree.Length && !IsInside(level.PathLength);

    /// <summary>True where the index's entry lies in the folder that is compared.</summary>
    private bool IsInside(int folder) => !_cursor.IsAtEnd && _cursor.Path.Length > folder && _cursor.Path[..folder].SequenceEqual(_folder.AsSpan(0, folder));

    private bool TryStep(Level level)
    {
        TreeEntry old = default;
        if (level.At < level.Tree.Length && !TreeEntry.TryRead(level.Tree.AsSpan(level.At), index.IdLength, out old)) return false;
        if (!IsInside(level.PathLength)) return Pass(level, old);
        var name = _cursor.Path[level.PathLength..];
        var slash = name.IndexOf((byte)'/');
        if (slash >= 0) name = name[..slash];
        var order = old.IsNone ? -1 : TreeEntry.Compare(name, slash >= 0, old.Name, old.IsTree);
        if (order > 0) return Pass(level, old);
        if (order < 0) return TryTell(default);
        if (slash >= 0 != old.IsTree) return false;
        Pass(level, old);
        return old.IsTree ? TryCompareFolder(level, name, old.Id) : TryTell(old);
    }

    /// <summary>The commit's entry is done with: what the index has no more is not staged content.</summary>
    private static bool Pass(Level level, TreeEntry old)
    {
        level.At += old.Length;
        return true;
    }

    private bool TryCompareFolder(Level level, ReadOnlySpan<byte> name, ObjectId tree)
    {
        var end = level.PathLength + name.Length + 1;
        if (end > _folder.Length) Array.Resize(ref _folder, end * 2);
        _cursor.Path[level.PathLength..end].CopyTo(_folder.AsSpan(level.PathLength));
        var cached = level.Cached.Find(name);
        return cached.Count > 0 && cached.Id == tree ? TryPassFolder(cached.Count, end) : _levels.Count < DeepestTree && TryEnter(tree, cached, end);
    }

    /// <summary>Passes over as many entries as the cached tree counts, if those are the ones of the folder.</summary>
    private bool TryPassFolder(int count, int folder) =>
        (count == 1 || (_cursor.TrySkip(count - 2) && _cursor.TryMoveNext() && IsInside(folder))) && _cursor.TryMoveNext() && !IsInside(folder);

    private bool TryEnter(ObjectId tree, CachedTree cached, int pathLength)
    {
        if (trees.Read(tree, out _) is not { } bytes) return false;
        _levels.Push(new Level(bytes, cached, pathLength));
        return true;
    }

    private bool TryTell(TreeEntry old)
    {
        // A folder in the index is a sparse one.
        if (_cursor.Mode == EntryMode.Tree) return false;
        if (_cursor.Stage > 0) return TryTellUnmerged();
        if (!_cursor.IsIntentToAdd && (old.Id != _cursor.Id || old.Mode != _cursor.Mode))
        {
            var status = old.IsNone ? 'A' : EntryModes.AreAlike(old.Mode, _cursor.Mode) ? 'M' : 'T';
            _changes.Add(new StagedChange(_cursor.Path.ToArray(), old.Mode, old.Id, _cursor.Mode, _cursor.Id, status));
        }
        return _cursor.TryMoveNext();
    }

    private bool TryTellUnmerged()
    {
        var path = _cursor.Path.ToArray();
        _changes.Add(new StagedChange(path, EntryMode.None, default, EntryMode.None, default, 'U'));
        while (!_cursor.IsAtEnd && _cursor.Path.SequenceEqual(path))
        {
            if (!_cursor.TryMoveNext()) return false;
        }
        return true;
    }

    /// <summary>A folder of the commit, and how far its entries were compared.</summary>
    private sealed class Level(byte[] tree, CachedTree cached, int pathLength)
    {
        public byte[] Tree => tree;
        public CachedTree Cached => cached;
        public int PathLength => pathLength;
        public int At { get; set; }
    }
}
