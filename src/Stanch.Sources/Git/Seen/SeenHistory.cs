using Stanch.Detection.Deltas;

namespace Stanch.Sources.Git.Seen;

/// <summary>What former scans of a repository saw, for one scan: it says what need not be read again, and keeps what this scan adds.</summary>
internal sealed class SeenHistory : IDisposable
{
    private readonly IRecallingSink _sink;
    private readonly SeenStore _store;
    private readonly SeenTable _table;
    private readonly IDetectorProbe? _probe;
    private readonly int[] _identities;

    private SeenHistory(IRecallingSink sink, SeenStore store, SeenTable table, DetectorChange change)
    {
        _sink = sink;
        _store = store;
        _table = table;
        _probe = change.Added.Count == 0 ? null : sink.Probe(change.Added);
        _identities = [.. table.Record.Names.Select(sink.IdentityOf)];
        Objects = new SeenObjects(table, sink, change.IsNone ? null : entry => change.Affects(entry.Matched), isProbing: _probe is not null);
        Changes = new SeenChanges(table.Record);
    }

    public SeenObjects Objects { get; }

    public SeenChanges Changes { get; }

    /// <summary>Opens what is kept; null where nothing can be.</summary>
    public static SeenHistory? Open(GitScan scan)
    {
        if (scan.Sink is not IRecallingSink sink || SeenStore.Of(scan, sink) is not { } store) return null;
        var (table, change) = store.Open();
        return new SeenHistory(sink, store, table, change);
    }

    /// <summary>Hands over what former scans found in the objects that are not read again.</summary>
    /// <param name="isThere">Whether the repository still has an object.</param>
    public void Load(ObjectSearch search, Func<ObjectId, bool> isThere)
    {
        bool Counts(ObjectId id) => Objects.Knows(id) && isThere(id);
        var record = _table.Record;
        foreach (var (id, found) in record.Found) if (Counts(id)) search.Remember(id, IdentitiesOf(found));
        foreach (var id in record.Pointers) if (Counts(id)) search.Pointers[id] = true;
        foreach (var (id, target) in record.Tags) if (Counts(id)) search.Add(id, target);
        foreach (var (id, links) in record.Commits) if (Counts(id)) search.Add(links);
    }

    /// <summary>Searches an object, unless a former scan did and no detector that came since has to do with it.</summary>
    /// <returns>What the search remembers for objects that are made from this one.</returns>
    public BlobTrace? Search(ObjectId id, ReadOnlySpan<byte> text, BlobOrigin origin, ObjectSearch search)
    {
        if (_probe is not null && Objects.Holds(id) && !_probe.Matches(text))
        {
            if (text.Length > 0) _sink.Count(1, text.Length);
            if (_table.Record.Found.TryGetValue(id, out var known)) search.Remember(id, IdentitiesOf(known));
            return null;
        }
        var matched = 0;
        BlobTrace? trace = null;
        if (text.Length > 0 && _sink.Find(id.ToString(), text, origin, out trace, out matched) is { Count: > 0 } found) search.Found[id] = found;
        Objects.Add(new SeenEntry(id, text.Length, matched));
        return trace;
    }

    public IReadOnlyList<int> SearchStream(ObjectHeader header, Stream content)
    {
        var identities = _sink.FindStream(header.Id.ToString(), content, out var matched);
        Objects.Add(new SeenEntry(header.Id, header.Length, matched));
        return identities;
    }

    public void NoteTree(ObjectId id)
    {
        if (!Objects.Holds(id)) Objects.Add(new SeenEntry(id, 0, 0));
    }

    /// <summary>Reads objects again that something was found in, so that it can be judged.</summary>
    public void Recall(IEnumerable<ObjectId> ids, ObjectSearch search, GitScan scan, CancellationToken cancellation)
    {
        var wanted = ids.Where(search.Remembered.ContainsKey).Distinct().ToArray();
        if (wanted.Length == 0) return;
        var recollection = new Recollection(_sink, search);
        scan.Read(wanted, recollection, cancellation);
        foreach (var id in wanted) search.Remembered.TryRemove(id, out _);
        foreach (var (id, why, detail) in recollection.Gaps) scan.Gaps.Add(id.ToString(), why, detail);
    }

    /// <summary>Keeps what was seen, for the next scan.</summary>
    public void Save(ObjectSearch search)
    {
        if (Objects.IsUpToDate && !Changes.HasChanged) return;
        var keeper = new SeenKeeper(_table.Record, _sink);
        var entries = Objects.Merge(search.Unread.ContainsKey, keeper.NumberOf);
        _store.Save(entries, keeper.Keep(entries, Objects, search, Changes), _table.Record);
    }

    /// <summary>True where what commits changed was noted while all that matters now mattered already.</summary>
    public bool ChangesHold(ObjectSearch search) => !Objects.New.Any(entry =>
        Objects.WasSeen(entry.Id) && (search.Found.ContainsKey(entry.Id) || search.Pointers.ContainsKey(entry.Id))
        && !_table.Record.Found.ContainsKey(entry.Id) && !_table.Record.Pointers.Contains(entry.Id));

    public void Dispose() => _table.Dispose();

    private int[] IdentitiesOf(int[] found) => [.. found.Select(number => _identities[number])];
}
