namespace Stanch.Sources.Git;

/// <summary>
/// The whole history: every blob, commit message and tag in the store once, in storage order, then, for what was found, the places that refs
/// reach. What no ref reaches is searched along (telling it apart first would cost more than searching it) and dropped, unless asked for.
/// </summary>
internal sealed class HistoryScan(GitScan scan)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly ObjectSearch _search = new(scan.Sink);
    private readonly HashSet<ulong> _present = [];
    private readonly bool _unreachable = scan.Request.Has(GitOptions.Unreachable);

    public void Run(CancellationToken cancellation)
    {
        var refs = GitRefs.Read(scan.Repository, scan.Sink, cancellation);
        var finished = Search(refs, cancellation) && !cancellation.IsCancellationRequested;
        var commits = _search.Commits;
        if (finished && Place(refs, commits, cancellation)) return;
        // What was found so far is worth its place: a moment more, by which time a terminal's interrupt has come and gone.
        scan.Gaps.Add("<history>", GapKind.Interrupted, "the scan was stopped before all of the history was read");
        using var grace = new CancellationTokenSource(Grace);
        if (!finished) commits = [.. commits, .. ReadMissedCommits(grace.Token)];
        if (_search.Found.IsEmpty || Place(refs, commits, grace.Token)) return;
        scan.Gaps.Add("<findings>", GapKind.Interrupted, $"something was found in {_search.Found.Count} objects, but there was no time to tell where they stand");
    }

    private bool Search(IReadOnlyList<GitRef> refs, CancellationToken cancellation)
    {
        var wanted = scan.Repository.HasAlternates && !_unreachable ? ReachableObjects.Of(scan.Git, refs, cancellation) : null;
        using var queue = ObjectQueue.Bounded();
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var store = (IsWhole: false, Errors: "");
        var lister = new Thread(() => store = ListInto(queue, wanted, stopped.Token)) { IsBackground = true, Name = "git objects" };
        lister.Start();
        var finished = false;
        try
        {
            finished = scan.Reader.Read(queue, scan.Jobs, _search, stopped.Token);
        }
        finally
        {
            // Readers that finished have seen the end of the list; of those that did not, nobody wants the rest.
            stopped.Cancel();
            lister.Join();
        }
        if (finished && !cancellation.IsCancellationRequested) ReportStore(store.IsWhole, store.Errors);
        return finished;
    }

    private (bool IsWhole, string Errors) ListInto(ObjectQueue queue, HashSet<ulong>? wanted, CancellationToken cancellation)
    {
        try
        {
            return scan.Reader.List((id, kind) => Enqueue(queue, wanted, id, kind, cancellation), cancellation);
        }
        finally
        {
            queue.Complete(cancellation);
        }
    }

    private void Enqueue(ObjectQueue queue, HashSet<ulong>? wanted, ObjectId id, ObjectKind kind, CancellationToken cancellation)
    {
        if (kind == ObjectKind.Unknown) _search.NotRead(id, GapKind.Corrupt, "git cannot read this object");
        if (kind is ObjectKind.Blob or ObjectKind.Unknown) _present.Add(id.A);
        if (kind is ObjectKind.Tree or ObjectKind.Unknown || wanted?.Contains(id.A) == false) return;
        queue.Add(id, cancellation);
    }

    /// <summary>Errors about packs and their indexes; those about single objects are reported with the objects.</summary>
    private void ReportStore(bool isWhole, string errors)
    {
        if (!isWhole) scan.Gaps.Add("<objects>", GapKind.Corrupt, $"listing the objects broke off, so some were not read: {errors}");
        foreach (var error in errors.Split('\n').Where(line => line.Contains("pack", StringComparison.Ordinal) && !line.Contains("unpack", StringComparison.Ordinal)))
            scan.Gaps.Add("<objects>", GapKind.Corrupt, error);
    }

    private List<CommitLinks> ReadMissedCommits(CancellationToken cancellation)
    {
        var known = _search.Commits.Select(commit => commit.Id).ToHashSet();
        var missed = new List<ObjectId>();
        scan.Reader.List((id, kind) => { if (kind == ObjectKind.Commit && !known.Contains(id)) missed.Add(id); }, cancellation);
        return [.. ObjectContents<CommitLinks>.Read(scan.Reader, missed, CommitObject.Links, cancellation).Values.Where(links => !links.Tree.IsNull)];
    }

    private bool Place(IReadOnlyList<GitRef> refs, IReadOnlyList<CommitLinks> commits, CancellationToken cancellation) =>
        new HistoryPlacement(scan, _search, _present, refs, commits).Run(_unreachable, cancellation);
}
