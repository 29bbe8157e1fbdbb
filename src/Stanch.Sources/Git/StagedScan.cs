namespace Stanch.Sources.Git;

/// <summary>
/// What is staged: the index's blobs where they differ from HEAD, whatever lies in the working tree. Secrets that HEAD's version of the same
/// path holds too have leaked already; they are counted, not reported.
/// </summary>
internal sealed class StagedScan(GitScan scan)
{
    private readonly ObjectSearch _search = new(scan.Sink);
    private readonly List<(string Path, ObjectId Old, ObjectId New)> _entries = [];

    public void Run(CancellationToken cancellation)
    {
        if (scan.Repository.IsBare) throw new SourceException($"'{scan.Repository.Root}' is bare: it has no index. Scan its history with 'stanch scan git', or a working tree with --staged.");
        ReadIndex(cancellation);
        scan.Read(_entries.Select(entry => entry.New).Distinct(), _search, cancellation);
        var suspects = _entries.Where(entry => _search.Found.ContainsKey(entry.New)).ToArray();
        scan.Read(suspects.Select(entry => entry.Old).Where(old => !old.IsNull && !_search.Found.ContainsKey(old)).Distinct(), _search, cancellation);
        if (cancellation.IsCancellationRequested) scan.Gaps.Add("<index>", GapKind.Interrupted, "the scan was stopped before all that is staged was read");
        var standing = suspects.Sum(Judge);
        if (standing > 0) scan.Sink.Remark($"{standing} found in staged files {(standing == 1 ? "stands" : "stand")} in HEAD's version of the same file already, not counted here; 'stanch scan git' shows all");
        foreach (var (path, _, blob) in _entries) ReportGaps(path, blob);
    }

    private void ReadIndex(CancellationToken cancellation)
    {
        var head = scan.Repository.Info.Head is { } text && ObjectId.TryParse(text, out var id) ? id : (ObjectId?)null;
        if (scan.Index.Compare(head, Note, cancellation) is { } why) scan.Gaps.Add("<index>", GapKind.Corrupt, why);
    }

    private void Note(RawChange change)
    {
        var path = PathTable.Text(change.Path);
        if (change.Status == 'U') scan.Gaps.Add(path, GapKind.Unreadable, "unmerged: nothing is staged for it until the conflict is resolved");
        else if (change.NewIsSubmodule) scan.Gaps.Add(path, GapKind.Submodule, "a repository of its own: scan it by itself");
        else if (!change.New.IsNull && scan.IsExcluded(path)) scan.Gaps.Add(path, GapKind.Excluded, "left out by the configuration");
        else if (!change.New.IsNull) _entries.Add((path, change.OldIsSubmodule ? default : change.Old, change.New));
    }

    /// <summary>Returns how many of the entry's secrets stand in HEAD already.</summary>
    private int Judge((string Path, ObjectId Old, ObjectId New) entry)
    {
        var before = _search.Found.GetValueOrDefault(entry.Old, []).ToHashSet();
        var standing = 0;
        foreach (var identity in _search.Found[entry.New])
        {
            if (before.Contains(identity)) standing++;
            else scan.Sink.Judge(entry.New.ToString(), identity, new Provenance.Index(scan.Name, entry.Path));
        }
        return standing;
    }

    private void ReportGaps(string path, ObjectId blob)
    {
        if (_search.Unread.TryGetValue(blob, out var unread)) scan.Gaps.Add(path, unread.Why, $"blob {blob}: {unread.Detail}");
        if (_search.Pointers.ContainsKey(blob)) scan.Gaps.Add(path, GapKind.LargeFileStorage, "a pointer: Git LFS keeps the content elsewhere");
    }
}
