namespace Stanch.Sources.Git;

/// <summary>
/// What is staged: the index's blobs where they differ from HEAD, whatever lies in the working tree. Secrets that HEAD's version of the same
/// path holds too have leaked already; they are counted, not reported. While a merge is made, what any of its parents has is not new.
/// </summary>
internal sealed class StagedScan(GitScan scan)
{
    private readonly ObjectSearch _search = new(scan.Sink);
    private readonly Dictionary<string, (ObjectId[] Olds, ObjectId New)> _entries = new(StringComparer.Ordinal);

    public void Run(CancellationToken cancellation)
    {
        if (scan.Repository.IsBare) throw new SourceException($"'{scan.Repository.Root}' is bare: it has no index. Scan its history with 'stanch scan git', or a working tree with --staged.");
        ReadIndex(cancellation);
        scan.Read(_entries.Values.Select(entry => entry.New).Distinct(), _search, cancellation);
        var suspects = _entries.Where(entry => _search.Found.ContainsKey(entry.Value.New)).ToArray();
        scan.Read(suspects.SelectMany(entry => entry.Value.Olds).Where(old => !old.IsNull && !_search.Found.ContainsKey(old)).Distinct(), _search, cancellation);
        if (cancellation.IsCancellationRequested) scan.Gaps.Add("<index>", GapKind.Interrupted, "the scan was stopped before all that is staged was read");
        var standing = suspects.Sum(entry => Judge(entry.Key, entry.Value.Olds, entry.Value.New));
        if (standing > 0) scan.Sink.Remark($"{standing} found in staged files {(standing == 1 ? "stands" : "stand")} in HEAD's version of the same file already, not counted here; 'stanch scan git' shows all");
        foreach (var (path, entry) in _entries) ReportGaps(path, entry.New);
    }

    private void ReadIndex(CancellationToken cancellation)
    {
        var head = scan.Repository.Info.Head is { } text && ObjectId.TryParse(text, out var id) ? id : (ObjectId?)null;
        if (scan.Index.Compare(head, Note, cancellation) is { } why) scan.Gaps.Add("<index>", GapKind.Corrupt, why);
        if (_entries.Count == 0) return;
        foreach (var merged in MergeHeads()) LeaveOut(merged, cancellation);
    }

    private void Note(RawChange change)
    {
        var path = PathTable.Text(change.Path);
        if (change.Status == 'U') scan.Gaps.Add(path, GapKind.Unreadable, "unmerged: nothing is staged for it until the conflict is resolved");
        else if (change.NewIsSubmodule) scan.Gaps.Add(path, GapKind.Submodule, "a repository of its own: scan it by itself");
        else if (!change.New.IsNull && scan.IsExcluded(path)) scan.Gaps.Add(path, GapKind.Excluded, "left out by the configuration");
        else if (!change.New.IsNull) _entries[path] = ([OldOf(change)], change.New);
    }

    /// <summary>The other parents of the merge that is being made; none where there is no such.</summary>
    private List<ObjectId> MergeHeads()
    {
        var file = Path.Combine(scan.Repository.GitPath, "MERGE_HEAD");
        return File.Exists(file) ? CommitSelection.Parse(File.ReadLines(file).Select(line => line.Trim())) : [];
    }

    /// <summary>Leaves out what the index has as the merged commit has it, and keeps that commit's version of the rest. A commit that cannot be read leaves nothing out.</summary>
    private void LeaveOut(ObjectId merged, CancellationToken cancellation)
    {
        var differing = new Dictionary<string, ObjectId>(StringComparer.Ordinal);
        if (scan.Index.Compare(merged, change => differing[PathTable.Text(change.Path)] = OldOf(change), cancellation) is not null || cancellation.IsCancellationRequested) return;
        foreach (var (path, entry) in _entries.ToArray())
        {
            if (differing.TryGetValue(path, out var old)) _entries[path] = ([.. entry.Olds, old], entry.New);
            else _entries.Remove(path);
        }
    }

    private static ObjectId OldOf(RawChange change) => change.OldIsSubmodule ? default : change.Old;

    /// <summary>Returns how many of the entry's secrets stand in a parent already.</summary>
    private int Judge(string path, ObjectId[] olds, ObjectId blob)
    {
        var before = olds.SelectMany(old => _search.Found.GetValueOrDefault(old, [])).ToHashSet();
        var standing = 0;
        foreach (var identity in _search.Found[blob])
        {
            if (before.Contains(identity)) standing++;
            else scan.Sink.Judge(blob.ToString(), identity, new Provenance.Index(scan.Name, scan.FromOutside(path)));
        }
        return standing;
    }

    private void ReportGaps(string path, ObjectId blob)
    {
        if (_search.Unread.TryGetValue(blob, out var unread)) scan.Gaps.Add(path, unread.Why, $"blob {blob}: {unread.Detail}");
        if (_search.Pointers.ContainsKey(blob)) scan.Gaps.Add(path, GapKind.LargeFileStorage, "a pointer: Git LFS keeps the content elsewhere");
    }
}
