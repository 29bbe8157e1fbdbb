namespace Stanch.Sources.Git.Trees;

/// <summary>
/// Compares pairs of trees, the entries of both side by side in git's order; folders that are equal on both sides are not entered, nor those in
/// which a former comparison met nothing of interest. So what it costs follows the different trees there are, not the paths that lead to
/// them, of which a forged repository can have more than atoms in the sun. Of one thread.
/// </summary>
internal sealed class TreeComparison(TreeReader trees, Func<ObjectId, bool>? matters, ITreeDiff.ChangeHandler each)
{
    /// <summary>git follows no deeper trees (core.maxTreeDepth).</summary>
    private const int DeepestTree = 2048;

    private const int LongestPath = 1 << 20;

    /// <summary>Of one pair: no repository of files that someone has checked out reaches it.</summary>
    private const int MostChanges = 4_000_000;

    /// <summary>What a folder that cannot be read counts for among them: ten thousand of those are enough.</summary>
    private const int FailureCost = 400;

    private const int MostRemembered = 1 << 15;

    private readonly Stack<Level> _levels = new();
    private readonly HashSet<(ObjectId Old, ObjectId New)> _dull = [];
    private byte[] _path = new byte[4096];
    private int _changes;
    private string? _failure;

    /// <summary>Returns why it broke off or left something out; null where it is whole.</summary>
    public string? Compare(TreePair pair, CancellationToken cancellation)
    {
        (_changes, _failure) = (0, null);
        Enter(pair.Old, pair.New, 0);
        while (_levels.TryPeek(out var level))
        {
            if (_changes > MostChanges) _failure ??= "more than 4 million paths differ";
            if (cancellation.IsCancellationRequested || _changes > MostChanges)
            {
                _levels.Clear();
                break;
            }
            if (!TryStep(level, pair.Number)) Leave(level);
        }
        return _failure;
    }

    /// <summary>Goes on to the next folder to enter; false at the end of this one.</summary>
    private bool TryStep(Level level, int number)
    {
        while (true)
        {
            PassEqual(level);
            if (level.OldAt == level.Old.Length && level.NewAt == level.New.Length) return false;
            if (!TryPeek(level.Old, level.OldAt, out var old) || !TryPeek(level.New, level.NewAt, out var @new))
            {
                Fail($"tree {(TryPeek(level.Old, level.OldAt, out _) ? level.NewId : level.OldId)} is damaged");
                return false;
            }
            var order = old.IsNone ? 1 : @new.IsNone ? -1 : TreeEntry.Compare(old.Name, old.IsTree, @new.Name, @new.IsTree);
            // A folder and a file can sort alike in a forged tree only.
            if (order == 0 && old.IsTree != @new.IsTree) order = -1;
            if (order > 0) old = default;
            if (order < 0) @new = default;
            level.OldAt += old.Length;
            level.NewAt += @new.Length;
            if (old.Id == @new.Id && old.Mode == @new.Mode) continue;
            if (!old.IsTree && !@new.IsTree) Tell(level, number, old, @new);
            else if (TryEnter(level, old, @new)) return true;
        }
    }

    /// <summary>Passes over entries that are the same bytes on both sides, most of a tree, without a look into them.</summary>
    private void PassEqual(Level level)
    {
        var shared = level.Old.AsSpan(level.OldAt);
        shared = shared[..shared.CommonPrefixLength(level.New.AsSpan(level.NewAt))];
        var passed = 0;
        for (int name; (name = shared[passed..].IndexOf((byte)0)) >= 0 && passed + name + 1 + trees.IdLength <= shared.Length;) passed += name + 1 + trees.IdLength;
        level.OldAt += passed;
        level.NewAt += passed;
    }

    private bool TryPeek(byte[] tree, int at, out TreeEntry entry)
    {
        entry = default;
        return at == tree.Length || TreeEntry.TryRead(tree.AsSpan(at), trees.IdLength, out entry);
    }

    private bool TryEnter(Level level, TreeEntry old, TreeEntry @new)
    {
        var (oldTree, newTree) = (old.IsTree ? old.Id : default, @new.IsTree ? @new.Id : default);
        if (_dull.Contains((oldTree, newTree))) return false;
        var end = Append(level.PathLength, old.IsTree ? old.Name : @new.Name);
        if (end == _path.Length) Array.Resize(ref _path, end * 2);
        _path[end] = (byte)'/';
        if (_levels.Count >= DeepestTree) Fail($"its folders are nested more than {DeepestTree} deep");
        else if (end >= LongestPath) Fail("a path is absurdly long");
        else return Enter(oldTree, newTree, end + 1);
        return false;
    }

    private bool Enter(ObjectId old, ObjectId @new, int pathLength)
    {
        var (oldWhy, newWhy) = ("", "");
        var oldBytes = old.IsNull ? [] : trees.Read(old, out oldWhy);
        var newBytes = @new.IsNull ? [] : trees.Read(@new, out newWhy);
        if (oldBytes is not null && newBytes is not null)
        {
            _levels.Push(new Level(old, oldBytes, @new, newBytes, pathLength));
            return true;
        }
        Fail(oldBytes is null ? oldWhy : newWhy);
        return false;
    }

    private void Leave(Level level)
    {
        _levels.Pop();
        if (level.IsDull)
        {
            if (_dull.Count == MostRemembered) _dull.Clear();
            _dull.Add((level.OldId, level.NewId));
        }
        else if (_levels.TryPeek(out var above))
        {
            above.IsDull = false;
        }
    }

    private void Tell(Level level, int number, TreeEntry old, TreeEntry @new)
    {
        if (!(IsOfInterest(old) || IsOfInterest(@new))) return;
        level.IsDull = false;
        _changes++;
        var end = Append(level.PathLength, old.IsNone ? @new.Name : old.Name);
        each(number, new RawChange
        {
            Old = old.Id,
            New = @new.Id,
            OldIsSubmodule = old.Mode == EntryMode.Submodule,
            NewIsSubmodule = @new.Mode == EntryMode.Submodule,
            Status = (byte)(old.IsNone ? 'A' : @new.IsNone ? 'D' : EntryModes.AreAlike(old.Mode, @new.Mode) ? 'M' : 'T'),
            Path = _path.AsSpan(0, end),
        });
    }

    private bool IsOfInterest(TreeEntry entry) => !entry.IsNone && (entry.Mode == EntryMode.Submodule || matters is null || matters(entry.Id));

    private int Append(int at, ReadOnlySpan<byte> name)
    {
        if (at + name.Length > _path.Length) Array.Resize(ref _path, (at + name.Length) * 2);
        name.CopyTo(_path.AsSpan(at));
        return at + name.Length;
    }

    private void Fail(string why)
    {
        _changes += FailureCost;
        _failure ??= why;
        if (_levels.TryPeek(out var level)) level.IsDull = false;
    }

    /// <summary>Two folders at one path, and how far their entries were compared. A null id stands for no folder.</summary>
    private sealed class Level(ObjectId oldId, byte[] old, ObjectId newId, byte[] @new, int pathLength)
    {
        public ObjectId OldId => oldId;
        public ObjectId NewId => newId;
        public byte[] Old => old;
        public byte[] New => @new;
        public int PathLength => pathLength;
        public int OldAt { get; set; }
        public int NewAt { get; set; }

        /// <summary>True while nothing of interest was met in or below it.</summary>
        public bool IsDull { get; set; } = true;
    }
}
