namespace Stanch.Sources.Git.Packs;

/// <summary>
/// The entries of a pack in the order in which they lie, and which is a delta on which: trees whose roots are kept whole. A few words an
/// entry; branches without a wanted object are not entered.
/// </summary>
internal sealed class PackForest
{
    private const byte WantedFlag = 0x80;
    private const int None = -1;

    /// <summary>Fewer entries than this are not worth a second thread.</summary>
    private const int LeastEntriesALane = 4096;

    private readonly long[] _offsets;
    private readonly int[] _positions;
    private readonly int[] _bases;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _wantedBelow;
    private readonly byte[] _kinds;

    private PackForest(PackFile pack)
    {
        Pack = pack;
        var count = pack.Index.Count;
        _offsets = new long[count];
        _positions = new int[count];
        _bases = new int[count];
        _firstChild = new int[count];
        _nextSibling = new int[count];
        _wantedBelow = new int[count];
        _kinds = new byte[count];
    }

    public PackFile Pack { get; }

    /// <summary>Entries that are built on no other and lead to something wanted, in storage order.</summary>
    public List<int> Roots { get; } = [];

    /// <param name="wants">Which objects to read; the kind is Unknown where the entry is damaged.</param>
    public static PackForest Of(PackFile pack, int jobs, Func<ObjectId, ObjectKind, bool> wants)
    {
        var forest = new PackForest(pack);
        forest.ReadEntries(jobs);
        forest.LinkChildren();
        forest.Choose(forest.Order(), wants);
        return forest;
    }

    public long OffsetOf(int entry) => _offsets[entry];

    public ObjectId IdOf(int entry) => Pack.Index.IdAt(_positions[entry]);

    public uint? ChecksumOf(int entry) => Pack.Index.ChecksumAt(_positions[entry]);

    public ObjectKind KindOf(int entry) => (ObjectKind)(_kinds[entry] & ~WantedFlag);

    public bool IsWanted(int entry) => (_kinds[entry] & WantedFlag) != 0;

    /// <summary>How many wanted entries a walk from an entry comes by.</summary>
    public int Weight(int entry) => _wantedBelow[entry];

    /// <summary>Adds the deltas on an entry that lead to something wanted, the one that leads to most first.</summary>
    public void AddChildren(int entry, List<int> children)
    {
        var heaviest = 0;
        for (var child = _firstChild[entry]; child != None; child = _nextSibling[child])
        {
            if (_wantedBelow[child] == 0) continue;
            children.Add(child);
            if (_wantedBelow[child] > _wantedBelow[children[heaviest]]) heaviest = children.Count - 1;
        }
        if (heaviest > 0) (children[0], children[heaviest]) = (children[heaviest], children[0]);
    }

    private void ReadEntries(int jobs)
    {
        for (var i = 0; i < _offsets.Length; i++)
        {
            _offsets[i] = Pack.Index.OffsetAt(i);
            _positions[i] = i;
        }
        Array.Sort(_offsets, _positions);
        var lanes = Math.Clamp(_offsets.Length / LeastEntriesALane, 1, jobs);
        Lanes.Run(lanes, lane =>
        {
            var to = (int)((long)_offsets.Length * (lane + 1) / lanes);
            for (var i = (int)((long)_offsets.Length * lane / lanes); i < to; i++) ReadEntry(i);
        });
    }

    private void ReadEntry(int i)
    {
        _bases[i] = None;
        if (!Pack.TryReadEntry(_offsets[i], out var entry)) return;
        _kinds[i] = (byte)entry.Kind;
        if (!entry.IsDelta) return;
        _bases[i] = entry.Type == PackEntryType.OffsetDelta ? FindBefore(i, entry.BaseOffset) : FindNamed(entry.BaseId);
    }

    /// <summary>A base lies most often close before its delta: the search widens backwards.</summary>
    private int FindBefore(int entry, long offset)
    {
        var (from, step) = (entry, 8);
        while (from > 0 && _offsets[from] > offset)
        {
            from = Math.Max(0, from - step);
            step *= 4;
        }
        return Math.Max(None, Array.BinarySearch(_offsets, from, entry - from, offset));
    }

    private int FindNamed(ObjectId id) =>
        Pack.Index.Find(id) is >= 0 and var position ? Math.Max(None, Array.BinarySearch(_offsets, Pack.Index.OffsetAt(position))) : None;

    private void LinkChildren()
    {
        Array.Fill(_firstChild, None);
        for (var i = _bases.Length - 1; i >= 0; i--)
        {
            if (_bases[i] == None) continue;
            _nextSibling[i] = _firstChild[_bases[i]];
            _firstChild[_bases[i]] = i;
        }
    }

    /// <summary>All entries, bases before deltas, and gives each the kind of its root. Deltas in a circle become roots of unknown kind.</summary>
    private int[] Order()
    {
        var order = new int[_bases.Length];
        var end = 0;
        for (var i = 0; i < _bases.Length; i++) if (_bases[i] == None) order[end++] = i;
        for (var next = 0; next < end; next++)
        {
            for (var child = _firstChild[order[next]]; child != None; child = _nextSibling[child])
            {
                _kinds[child] = _kinds[order[next]];
                order[end++] = child;
            }
        }
        if (end < order.Length) end = AddCircles(order, end);
        return order;
    }

    private int AddCircles(int[] order, int end)
    {
        var isReached = new bool[order.Length];
        foreach (var entry in order.AsSpan(0, end)) isReached[entry] = true;
        for (var i = 0; i < isReached.Length; i++)
        {
            if (isReached[i]) continue;
            _bases[i] = _firstChild[i] = None;
            order[end++] = i;
        }
        return end;
    }

    private void Choose(int[] order, Func<ObjectId, ObjectKind, bool> wants)
    {
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var entry = order[i];
            if (wants(IdOf(entry), KindOf(entry)))
            {
                _kinds[entry] |= WantedFlag;
                _wantedBelow[entry]++;
            }
            if (_bases[entry] != None) _wantedBelow[_bases[entry]] += _wantedBelow[entry];
        }
        for (var i = 0; i < _bases.Length; i++) if (_bases[i] == None && _wantedBelow[i] > 0) Roots.Add(i);
    }
}
