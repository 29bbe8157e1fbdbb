using System.Collections;
using System.Globalization;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git.Seen;

/// <summary>The objects that former scans searched, as far as what they found still holds; and those that this scan searches.</summary>
internal sealed class SeenObjects : IKnownObjects
{
    private readonly SeenTable _table;
    private readonly IRecallingSink _counter;
    private readonly BitArray _forgotten;
    private readonly BitArray _met;
    private readonly bool _isProbing;
    private readonly Lock _gate = new();
    private readonly List<SeenEntry> _new = [];
    private IReadOnlyList<PackFile> _packs = [];
    private HashSet<string> _whole = [];
    private long _blobs;
    private long _bytes;

    /// <param name="isForgotten">True for an entry that is to be searched anew.</param>
    /// <param name="isProbing">True where every object is to be read, be it known: some detectors have not seen it.</param>
    public SeenObjects(SeenTable table, IRecallingSink counter, Func<SeenEntry, bool>? isForgotten, bool isProbing)
    {
        _table = table;
        _counter = counter;
        _isProbing = isProbing;
        _forgotten = new BitArray(table.Count);
        _met = new BitArray(table.Count);
        if (isForgotten is null) return;
        for (var place = 0; place < table.Count; place++)
        {
            if (!isForgotten(table[place])) continue;
            _forgotten[place] = HasForgotten = true;
        }
    }

    public bool IsEmpty => _table.Count == 0 || _isProbing;

    /// <summary>True where a change of the detectors made former results worthless.</summary>
    public bool HasForgotten { get; }

    /// <summary>What was searched in this scan.</summary>
    public IReadOnlyList<SeenEntry> New => _new;

    public void Open(IReadOnlyList<PackFile> packs)
    {
        if (_isProbing || HasForgotten || _table.Record.Packs.Count == 0) return;
        var names = packs.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        if (!_table.Record.Packs.All(names.Contains)) return;
        _whole = [.. _table.Record.Packs];
        _counter.Count(_table.Record.InPacks.Blobs, _table.Record.InPacks.Bytes);
    }

    public bool KnowsAll(PackFile pack) => _whole.Count > 0 && _whole.Contains(NameOf(pack));

    public bool Knows(ObjectId id) => !_isProbing && Holds(id);

    /// <summary>True for an object whose former result holds for the detectors that were there.</summary>
    public bool Holds(ObjectId id) => _table.Find(id) is >= 0 and var place && !_forgotten[place];

    /// <summary>True for an object that a former scan searched, whatever has become of that.</summary>
    public bool WasSeen(ObjectId id) => _table.Find(id) >= 0;

    public void Meet(ObjectId id)
    {
        var place = _table.Find(id);
        var bytes = _table[place].Bytes;
        // A byte of bits is shared by eight objects.
        lock (_gate) _met[place] = true;
        if (bytes > 0) Interlocked.Increment(ref _blobs);
        Interlocked.Add(ref _bytes, bytes);
    }

    public void Close(IReadOnlyList<PackFile> packs)
    {
        _packs = packs;
        _counter.Count(_blobs, _bytes);
    }

    public void Add(SeenEntry entry)
    {
        lock (_gate) _new.Add(entry);
    }

    /// <summary>True where a scan has nothing to keep that is not kept.</summary>
    public bool IsUpToDate => _new.Count == 0 && !HasForgotten && !_isProbing && _packs.Count == _whole.Count && _packs.All(KnowsAll) && (_whole.Count > 0 || AllAreMet);

    private bool AllAreMet => _met.HasAllSet();

    /// <summary>The table to keep: in the order of ids, without what is gone from the repository, as far as that is known.</summary>
    /// <param name="isUnread">True for an object whose search did not count.</param>
    /// <param name="renumber">From this scan's numbers of sets of detectors to those that are kept.</param>
    public List<SeenEntry> Merge(Func<ObjectId, bool> isUnread, Func<int, int> renumber)
    {
        var added = _new.Where(entry => !isUnread(entry.Id)).Select(entry => entry with { Matched = renumber(entry.Matched) }).ToArray();
        Array.Sort(added, static (x, y) => x.Id.CompareTo(y.Id));
        var merged = new List<SeenEntry>(_table.Count + added.Length);
        var next = 0;
        for (var place = 0; place < _table.Count; place++)
        {
            var entry = _table[place];
            for (; next < added.Length && added[next].Id.CompareTo(entry.Id) <= 0; next++) Append(added[next]);
            var isGone = _whole.Count == 0 && !_isProbing && !_met[place];
            if (!_forgotten[place] && !isGone) Append(entry);
        }
        for (; next < added.Length; next++) Append(added[next]);
        return merged;

        void Append(SeenEntry entry)
        {
            if (merged.Count == 0 || merged[^1].Id != entry.Id) merged.Add(entry);
        }
    }

    /// <summary>The packs whose objects are all in a table, and what a scan counts for them together.</summary>
    public (IReadOnlyList<string> Packs, (long Blobs, long Bytes) Counted) WholePacks(List<SeenEntry> table)
    {
        var marks = new BitArray(table.Count);
        var whole = new List<string>();
        foreach (var pack in _packs.Where(pack => TryMark(pack, table, marks))) whole.Add(NameOf(pack));
        var (blobs, bytes) = (0L, 0L);
        for (var i = 0; i < table.Count; i++)
        {
            if (!marks[i] || table[i].Bytes == 0) continue;
            blobs++;
            bytes += table[i].Bytes;
        }
        return (whole, (blobs, bytes));
    }

    /// <summary>Both are in the order of ids. Marks nothing where one is missing.</summary>
    private static bool TryMark(PackFile pack, List<SeenEntry> table, BitArray marks)
    {
        var places = new int[pack.Index.Count];
        var next = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var id = pack.Index.IdAt(i);
            while (next < table.Count && table[next].Id.CompareTo(id) < 0) next++;
            if (next == table.Count || table[next].Id != id) return false;
            places[i] = next;
        }
        foreach (var place in places) marks[place] = true;
        return true;
    }

    /// <summary>git names a pack by what is in it.</summary>
    private static string NameOf(PackFile pack) => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(pack.Path)} {pack.Index.Count}");
}
