namespace Stanch.Sources.Git.Packs;

/// <summary>Reads single objects from wherever they lie, whole and in any order. Of one thread.</summary>
internal sealed class ObjectUnpacker : IDisposable
{
    /// <summary>Damage within damage: so many steps to copies elsewhere are taken, then it is damage.</summary>
    private const int MostReplacements = 16;

    private const int DefaultCache = 8 << 20;

    private readonly ObjectStore _store;
    private readonly Inflater _inflater = Inflater.Create();
    private readonly NameCheck _names;
    private readonly LooseReader _loose;
    private readonly BaseCache _cache;
    private readonly Dictionary<(PackFile, long), string> _damaged = [];
    private Stack<(long Offset, PackEntry Entry)> _chain = new();
    private int _replacements;

    /// <param name="cacheBytes">How much of what was unfolded stays at hand, up to twice as many.</param>
    public ObjectUnpacker(ObjectStore store, int cacheBytes = DefaultCache)
    {
        _cache = new BaseCache(cacheBytes);
        _store = store;
        _names = new NameCheck(store.IdLength);
        Entries = new EntryUnpacker(_inflater, _names);
        _loose = new LooseReader(_inflater, Pool, _names);
    }

    public EntryUnpacker Entries { get; }

    public BufferPool Pool { get; } = new();

    /// <summary>Reads an object; of several copies the first that is whole.</summary>
    /// <param name="except">A pack whose copy is known to be damaged.</param>
    public StoredObject Read(ObjectId id, PackFile? except = null)
    {
        var result = StoredObject.Absent;
        foreach (var pack in _store.Packs)
        {
            if (pack == except || pack.Index.Find(id) is not (>= 0 and var position)) continue;
            result = ReadPacked(pack, position, id);
            if (result.IsRead || result.Gap == GapKind.Limit) return result;
        }
        foreach (var loose in _store.Loose)
        {
            var found = _loose.Read(loose.PathOf(id), id);
            if (found.Gap != GapKind.Absent) result = found;
            if (found.IsRead || found.Gap == GapKind.Limit) return found;
        }
        return result;
    }

    /// <summary>The kind of an object that is a file of its own.</summary>
    public ObjectKind KindOfLoose(ObjectId id) =>
        _store.Loose.Select(loose => _loose.KindOf(loose.PathOf(id))).FirstOrDefault(kind => kind != ObjectKind.Unknown);

    public void Dispose()
    {
        _inflater.Dispose();
        _names.Dispose();
    }

    private StoredObject ReadPacked(PackFile pack, int position, ObjectId id)
    {
        var offset = pack.Index.OffsetAt(position);
        var isProven = true;
        var result = Descend(pack, offset) ?? Climb(pack, pack.Index.ChecksumAt(position), out isProven);
        return result.IsRead && !isProven && !Entries.IsNamed(id, result.Kind, result.Bytes) ? StoredObject.Damaged(EntryUnpacker.WrongName) : result;
    }

    /// <summary>Follows the deltas down to an object that is kept whole or in the cache; null where the way is open.</summary>
    private StoredObject? Descend(PackFile pack, long offset)
    {
        _chain.Clear();
        while (true)
        {
            if (!pack.TryReadEntry(offset, out var entry)) return StoredObject.Damaged("no object starts where its pack should have it");
            if (entry.Size > ObjectLimits.LargestHeld) return StoredObject.TooLarge;
            _chain.Push((offset, entry));
            if (!entry.IsDelta || _cache.TryGet(pack, offset, out _)) return null;
            if (_chain.Count > ObjectLimits.LongestChain) return StoredObject.Damaged("its deltas form a circle");
            if (entry.Type == PackEntryType.OffsetDelta) offset = entry.BaseOffset;
            else if (pack.Index.Find(entry.BaseId) is >= 0 and var position) offset = pack.Index.OffsetAt(position);
            else return StoredObject.Damaged($"it is a delta on object {entry.BaseId}, which its pack does not hold: a thin pack, which git completes when it takes it in");
        }
    }

    /// <summary>Builds the objects of the chain, the whole one first; a damaged one on the way is replaced by a copy that lies elsewhere.</summary>
    private StoredObject Climb(PackFile pack, uint? checksum, out bool isProven)
    {
        isProven = false;
        (ObjectKind Kind, byte[] Bytes) held = (ObjectKind.Unknown, []);
        while (_chain.TryPop(out var link))
        {
            isProven = true;
            if (!_cache.TryGet(pack, link.Offset, out var known))
            {
                var isLast = _chain.Count == 0;
                var result = Build(pack, link.Offset, link.Entry, held, isLast ? checksum : null, out isProven);
                if (!result.IsRead && !isLast && result.Gap == GapKind.Corrupt) result = Replace(pack, link.Offset, result.Why);
                if (!result.IsRead) return result;
                known = (result.Kind, result.Bytes);
                // What was built on the way is vouched for by the object at the end, which is checked; the end itself only when proven.
                if (!isLast || isProven) _cache.Add(pack, link.Offset, known.Kind, known.Bytes);
            }
            held = known;
        }
        return StoredObject.Of(held.Kind, held.Bytes);
    }

    private StoredObject Build(PackFile pack, long offset, PackEntry entry, (ObjectKind Kind, byte[] Bytes) held, uint? checksum, out bool isProven)
    {
        if (!entry.IsDelta)
        {
            var whole = GC.AllocateUninitializedArray<byte>((int)entry.Size);
            return Entries.TryInflate(pack, offset, entry, whole, checksum, out isProven) ? StoredObject.Of(entry.Kind, whole) : StoredObject.Damaged(EntryUnpacker.DamagedData);
        }
        if (!Entries.TryReadDelta(pack, offset, entry, held.Bytes.Length, checksum, out var instructions, out var size, out isProven)) return StoredObject.Damaged(EntryUnpacker.DamagedDelta);
        if (size > ObjectLimits.LargestHeld) return StoredObject.TooLarge;
        var built = GC.AllocateUninitializedArray<byte>((int)size);
        return Delta.TryApply(instructions, held.Bytes, built) ? StoredObject.Of(held.Kind, built) : StoredObject.Damaged(EntryUnpacker.DamagedDelta);
    }

    private StoredObject Replace(PackFile pack, long offset, string why)
    {
        if (_damaged.TryGetValue((pack, offset), out var known)) return StoredObject.Damaged(known);
        // Noted first: where two packs lead to each other's damage, the second visit ends it.
        _damaged[(pack, offset)] = why;
        if (_replacements == MostReplacements || pack.IdAt(offset) is not { } id) return StoredObject.Damaged(why);
        var chain = _chain;
        _chain = new();
        _replacements++;
        var copy = Read(id, except: pack);
        _replacements--;
        _chain = chain;
        if (copy.IsRead) _damaged.Remove((pack, offset));
        return copy.Gap == GapKind.Absent ? StoredObject.Damaged(why) : copy;
    }
}
