using Stanch.Sources.Git.Seen;

namespace Stanch.Sources.Git;

/// <summary>
/// The whole history: every blob, commit message and tag in the store once, in storage order, then, for what was found, the places that refs
/// reach. What no ref reaches is searched along (telling it apart first would cost more than searching it) and dropped, unless asked for.
/// </summary>
internal sealed class HistoryScan(GitScan scan)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly ObjectSearch _search = new(scan.Sink, scan.Seen ??= SeenHistory.Open(scan));
    private readonly bool _unreachable = scan.Request.Has(GitOptions.Unreachable);

    public void Run(CancellationToken cancellation)
    {
        var refs = GitRefs.Read(scan.Repository, scan.Sink, cancellation);
        var finished = Search(refs, cancellation) && !cancellation.IsCancellationRequested;
        var commits = _search.Commits;
        if (finished && Place(refs, commits, cancellation))
        {
            if (!cancellation.IsCancellationRequested) scan.Seen?.Save(_search);
            return;
        }
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
        scan.Seen?.Load(_search, scan.Reader.Holds);
        var reading = scan.Reader.ReadAll((id, kind) => Wants(id, kind) && wanted?.Contains(id.A) != false, scan.Seen?.Objects, scan.Jobs, _search, cancellation);
        if (cancellation.IsCancellationRequested) return false;
        foreach (var fault in reading.Faults) scan.Gaps.Add("<objects>", fault.Kind, fault.Detail);
        return reading.IsFinished;
    }

    private bool Wants(ObjectId id, ObjectKind kind)
    {
        if (kind == ObjectKind.Tree) scan.Seen?.NoteTree(id);
        return kind != ObjectKind.Tree;
    }

    private IEnumerable<CommitLinks> ReadMissedCommits(CancellationToken cancellation)
    {
        var known = _search.Commits.Select(commit => commit.Id).ToHashSet();
        var missed = new ObjectContents<CommitLinks>(CommitObject.Links);
        scan.Reader.ReadAll((id, kind) => kind == ObjectKind.Commit && !known.Contains(id), null, scan.Jobs, missed, cancellation);
        return missed.Values.Values.Where(links => !links.Tree.IsNull);
    }

    private bool Place(IReadOnlyList<GitRef> refs, IReadOnlyList<CommitLinks> commits, CancellationToken cancellation) =>
        new HistoryPlacement(scan, _search, refs, commits).Run(_unreachable, cancellation);
}
