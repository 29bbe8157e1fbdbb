namespace Stanch.Sources.Git;

/// <summary>Finds the places of everything that the search of a store found, and reports what the refs reach and could not be read.</summary>
internal sealed class HistoryPlacement(GitScan scan, ObjectSearch search, IReadOnlyList<GitRef> refs, IReadOnlyList<CommitLinks> commits)
{
    private readonly HashSet<ObjectId> _shallow = ShallowBoundary.Read(scan.Repository);
    private readonly ObjectId _emptyTree = EmptyTree.Of(scan.Repository);

    /// <summary>False where it was cancelled before anything was judged.</summary>
    public bool Run(bool unreachable, CancellationToken cancellation)
    {
        var known = commits.Select(commit => commit.Id).ToHashSet();
        var tips = HistoryTips.Of(refs, search.Tags, known.Contains);
        var graph = CommitGraph.Build(commits, tips.Starts(commits), commit => tips.ParentsOf(commit, _shallow));
        var places = new BlobPlaces(search, scan.Reader.Holds);
        var pairs = TreePairs.WithFirstParents(graph, _emptyTree);
        AddDirect(tips, places, pairs, cancellation);
        var failures = Compare(graph, pairs, places, cancellation);
        if (cancellation.IsCancellationRequested) return false;

        var placement = new Placement(scan, search, graph, places, NotesOnly(tips, graph));
        var heads = tips.Commits.Where(tip => tip.Ref.IsHead).Select(tip => graph.NumberOf(tip.Id)).OfType<int>().Distinct();
        if (!placement.Judge(heads, cancellation)) return false;
        scan.Seen?.Recall(tips.Tags.Concat(places.DirectBlobs), search, scan, cancellation);
        foreach (var tag in tips.Tags) placement.JudgeMessage(tag, "tag-message", introduced: null);
        foreach (var blob in places.DirectBlobs) placement.JudgeMessage(blob, "tag-message", introduced: null);

        var isWhole = ReportGaps(graph, tips, places, failures);
        if (unreachable || !isWhole) JudgeRest(unreachable, graph, tips, places, placement, cancellation);
        return true;
    }

    /// <summary>Compares trees, those that a former scan compared not again.</summary>
    private IReadOnlyList<(int Number, string Why)> Compare(CommitGraph graph, List<TreePair> pairs, BlobPlaces places, CancellationToken cancellation)
    {
        if (scan.Seen is not { } seen) return scan.Trees.Compare(pairs, scan.Jobs, places.Matters, places.Note, cancellation);
        if (seen.ChangesHold(search)) pairs = seen.Changes.Replay(graph, pairs, places.Note);
        var failures = scan.Trees.Compare(pairs, scan.Jobs, places.Matters, Note, cancellation);
        if (!cancellation.IsCancellationRequested) seen.Changes.Close(graph, pairs, failures);
        return failures;

        void Note(int number, RawChange change)
        {
            places.Note(number, change);
            seen.Changes.Note(number, change, isSure: !search.Unread.ContainsKey(change.New));
        }
    }

    private void AddDirect(HistoryTips tips, BlobPlaces places, List<TreePair> pairs, CancellationToken cancellation)
    {
        var kinds = tips.KindsOfOthers(scan.Reader, cancellation);
        foreach (var (named, id) in tips.Others)
        {
            if (cancellation.IsCancellationRequested) return;
            if (!kinds.TryGetValue(id, out var kind)) scan.Gaps.Add(named.Name, GapKind.Absent, $"it names object {id}, which the repository does not hold");
            else if (kind == ObjectKind.Blob) places.NoteDirect(id);
            else if (kind == ObjectKind.Tree) pairs.Add(new TreePair(_emptyTree, id, BlobPlaces.Direct));
            else scan.Gaps.Add(named.Name, GapKind.Corrupt, $"it names object {id}, which cannot be read");
        }
    }

    /// <summary>Which commits hold notes and nothing else; null where there are none.</summary>
    private static Func<int, bool>? NotesOnly(HistoryTips tips, CommitGraph graph)
    {
        if (!tips.Commits.Any(tip => tip.Ref.IsNotes)) return null;
        var others = new bool[graph.Count];
        foreach (var (named, id) in tips.Commits)
        {
            if (!named.IsNotes && graph.NumberOf(id) is { } number) others[number] = true;
        }
        for (var number = graph.Count - 1; number >= 0; number--)
        {
            if (!others[number]) continue;
            foreach (var parent in graph.Parents[number]) others[parent] = true;
        }
        return number => !others[number];
    }

    /// <summary>Returns whether every commit and tree that the refs reach could be followed.</summary>
    private bool ReportGaps(CommitGraph graph, HistoryTips tips, BlobPlaces places, IReadOnlyList<(int Number, string Why)> failures)
    {
        ShallowBoundary.Report(scan, _shallow);
        ContentGaps.Report(scan, search, places);
        foreach (var id in graph.Missing)
        {
            var (why, detail) = search.Unread.GetValueOrDefault(id, (GapKind.Absent, "the repository does not hold this commit, nor what it alone leads to"));
            scan.Gaps.Add(id.ToString(), why, detail);
        }
        foreach (var tag in tips.Tags.Where(search.Unread.ContainsKey)) scan.Gaps.Add(tag.ToString(), search.Unread[tag].Why, search.Unread[tag].Detail);
        scan.ReportTrees(failures, graph);
        return graph.Missing.Count == 0 && failures.Count == 0;
    }

    /// <summary>Judges findings in blobs that the walk did not reach; where a tree was unreadable that may be its fault, so they are told too.</summary>
    private void JudgeRest(bool unreachable, CommitGraph graph, HistoryTips tips, BlobPlaces places, Placement placement, CancellationToken cancellation)
    {
        var lost = commits.Where(commit => graph.NumberOf(commit.Id) is null).ToArray();
        var island = CommitGraph.Build(lost, lost.Select(commit => commit.Id), commit => commit.Parents);
        var islandPlaces = new BlobPlaces(search, holds: null);
        scan.Trees.Compare(TreePairs.WithFirstParents(island, _emptyTree), scan.Jobs, islandPlaces.Matters, islandPlaces.Note, cancellation);
        var reached = places.Versions.Select(version => version.New).Concat(places.DirectBlobs).ToHashSet();
        var lostIds = lost.Select(commit => commit.Id).ToHashSet();
        var infos = unreachable
            ? ObjectContents<CommitInfo>.Read(scan.Reader, lostIds.Where(search.Found.ContainsKey), CommitObject.Describe, cancellation)
            : new Dictionary<ObjectId, CommitInfo>();
        var rest = search.Found.Keys.Where(id => !reached.Contains(id) && graph.NumberOf(id) is null && !tips.Tags.Contains(id)).ToArray();
        scan.Seen?.Recall(rest, search, scan, cancellation);
        foreach (var id in rest)
        {
            if (lostIds.Contains(id) || search.Tags.ContainsKey(id))
            {
                if (unreachable) placement.JudgeMessage(id, lostIds.Contains(id) ? "commit-message" : "tag-message", infos.GetValueOrDefault(id));
            }
            else
            {
                JudgeUnreachable(id, islandPlaces.FirstPath.TryGetValue(id, out var path) ? islandPlaces.Paths.Text(path) : null);
            }
        }
    }

    private void JudgeUnreachable(ObjectId id, string? path)
    {
        if (path is not null && scan.IsExcluded(path)) scan.Gaps.Add(path, GapKind.Excluded, "left out by the configuration");
        else foreach (var identity in search.Found[id]) scan.Sink.Judge(id.ToString(), identity, new Provenance.Unreachable(scan.Name, id.ToString(), path is null ? null : scan.FromOutside(path)));
    }
}
