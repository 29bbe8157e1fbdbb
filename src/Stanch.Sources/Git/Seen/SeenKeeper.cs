namespace Stanch.Sources.Git.Seen;

/// <summary>Makes the record to keep of the former one and of what a scan added.</summary>
internal sealed class SeenKeeper(SeenRecord former, IRecallingSink sink)
{
    private readonly SeenRecord _record = new() { Matched = [.. former.Matched] };
    private readonly Dictionary<string, int> _sets = [];
    private readonly Dictionary<int, int> _numbers = new() { [0] = 0 };
    private readonly Dictionary<UInt128, int> _names = [];

    /// <summary>The number in the record of a set of detectors that this scan has another for.</summary>
    public int NumberOf(int matched)
    {
        if (_numbers.TryGetValue(matched, out var number)) return number;
        if (_sets.Count == 0) for (var i = 0; i < _record.Matched.Count; i++) _sets.TryAdd(TextOf(_record.Matched[i]), i + 1);
        var set = sink.MatchedBy(matched);
        if (!_sets.TryGetValue(TextOf(set), out number))
        {
            _record.Matched.Add(set);
            _sets[TextOf(set)] = number = _record.Matched.Count;
        }
        return _numbers[matched] = number;
    }

    public SeenRecord Keep(List<SeenEntry> entries, SeenObjects objects, ObjectSearch search, SeenChanges changes)
    {
        (_record.Packs, _record.InPacks) = objects.WholePacks(entries);
        var added = objects.New.Select(entry => entry.Id).ToHashSet();
        bool IsKept(ObjectId id) => !added.Contains(id) && Holds(entries, id);
        bool IsAdded(ObjectId id) => added.Contains(id) && !search.Unread.ContainsKey(id);
        foreach (var (id, found) in former.Found) if (IsKept(id)) _record.Found[id] = [.. found.Select(number => NumberOf(former.Names[number]))];
        foreach (var (id, found) in search.Found) if (IsAdded(id)) _record.Found[id] = [.. found.Select(identity => NumberOf(sink.NameOf(identity)))];
        _record.Pointers.UnionWith(former.Pointers.Where(IsKept).Concat(search.Pointers.Keys.Where(IsAdded)));
        foreach (var (id, target) in former.Tags.Where(pair => IsKept(pair.Key)).Concat(search.Tags.Where(pair => IsAdded(pair.Key)))) _record.Tags[id] = target;
        foreach (var links in former.Commits.Values.Where(links => IsKept(links.Id)).Concat(search.Commits.Where(links => IsAdded(links.Id)))) _record.Commits[links.Id] = links;
        foreach (var entry in entries) if (entry.Bytes >= SeenTable.IsLarge) _record.Large[entry.Id] = entry.Bytes;
        changes.Keep(_record);
        return _record;
    }

    private static bool Holds(List<SeenEntry> entries, ObjectId id) =>
        entries.BinarySearch(new SeenEntry(id, 0, 0), Comparer<SeenEntry>.Create(static (x, y) => x.Id.CompareTo(y.Id))) >= 0;

    private static string TextOf(MatchedDetectors set) => $"{(set.DependsOnAll ? "*" : "")}{string.Join(' ', set.Ids)}";

    private int NumberOf(UInt128 name)
    {
        if (!_names.TryGetValue(name, out var number))
        {
            _names[name] = number = _record.Names.Count;
            _record.Names.Add(name);
        }
        return number;
    }
}
