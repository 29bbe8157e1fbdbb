namespace Stanch.Sources.Git;

/// <summary>
/// Some commits of a history: the blobs and messages that they bring. What stood at the same path just before is not theirs and is not reported.
/// </summary>
internal sealed class RangeScan(GitScan scan)
{
    private readonly ObjectSearch _search = new(scan.Sink);
    private readonly ObjectId _emptyTree = EmptyTree.Of(scan.Repository);
    private readonly HashSet<ObjectId> _shallow = ShallowBoundary.Read(scan.Repository);
    private readonly HashSet<ObjectId> _boundary = [];

    public void RunRange(string range, CancellationToken cancellation) =>
        Run(CommitSelection.OfRange(scan, range, cancellation), [], cancellation);

    public void RunSince(string since, CancellationToken cancellation)
    {
        var refs = GitRefs.Read(scan.Repository, scan.Sink, cancellation);
        Run(CommitSelection.Since(scan, since, refs, cancellation), refs, cancellation);
    }

    /// <summary>What a push brings: its new commits, then whatever else its refs name.</summary>
    public void RunPush(PushedTips pushed, CancellationToken cancellation)
    {
        var commits = CommitSelection.OfPush(scan, pushed, cancellation);
        Run(commits, [], cancellation);
        new PushedTags(scan, _search).Judge(CommitSelection.Parse(pushed.Tips).Except(commits), cancellation);
    }

    private void Run(List<ObjectId> ids, IReadOnlyList<GitRef> refs, CancellationToken cancellation)
    {
        Read(ids, cancellation);
        var inside = ids.ToHashSet();
        var tips = HistoryTips.Of(refs, TagTargets(refs, cancellation), inside.Contains);
        var graph = Graph(inside, tips, cancellation);
        var paths = new PathTable();
        var introduced = new IntroducedBlobs(graph, paths);
        scan.Trees.Compare(TreePairs.WithEveryParent(graph, _emptyTree, IsBoundary), jobs: 1, matters: null, introduced.Note, cancellation);
        introduced.CloseMerge();
        Read(introduced.Blobs.Select(pair => pair.Blob).Distinct(), cancellation);
        if (!cancellation.IsCancellationRequested && Place(graph, Heads(graph, refs, tips), introduced, paths, cancellation)) return;
        scan.Gaps.Add("<range>", GapKind.Interrupted, "the scan was stopped before all of these commits were read");

        bool IsBoundary(int number) => _boundary.Contains(graph.Commits[number].Id);
    }

    private void Read(IEnumerable<ObjectId> ids, CancellationToken cancellation) => scan.Read(ids, _search, cancellation);

    private Dictionary<ObjectId, (ObjectId Id, ObjectKind Kind)> TagTargets(IReadOnlyList<GitRef> refs, CancellationToken cancellation) =>
        ObjectContents<(ObjectId, ObjectKind)>.Read(
            scan.Reader, refs.Where(named => named.Name.StartsWith("refs/tags/", StringComparison.Ordinal)).Select(named => named.Id).Distinct(),
            (_, content) => CommitObject.Target(content) ?? default, cancellation)
            .Where(pair => pair.Value.Item2 is ObjectKind.Commit or ObjectKind.Tag).ToDictionary();

    /// <summary>The range and, as its roots, the commits just before it.</summary>
    private CommitGraph Graph(HashSet<ObjectId> inside, HistoryTips tips, CancellationToken cancellation)
    {
        ReadOnlySpan<ObjectId> ParentsOf(CommitLinks commit) => _boundary.Contains(commit.Id) ? [] : tips.ParentsOf(commit, _shallow);
        foreach (var commit in _search.Commits)
        {
            foreach (var parent in ParentsOf(commit)) if (!inside.Contains(parent)) _boundary.Add(parent);
        }
        var before = ObjectContents<CommitLinks>.Read(scan.Reader, _boundary, CommitObject.Links, cancellation);
        var graph = CommitGraph.Build([.. _search.Commits, .. before.Values], inside, ParentsOf);
        foreach (var missing in graph.Missing) scan.Gaps.Add(missing.ToString(), GapKind.Absent, "the repository does not hold this commit");
        if (_search.Commits.Any(commit => _shallow.Contains(commit.Id))) ShallowBoundary.Report(scan, _shallow);
        return graph;
    }

    /// <summary>Of a range its own ends, which a hook sees before any branch names them; with refs, those that are heads.</summary>
    private static IEnumerable<int> Heads(CommitGraph graph, IReadOnlyList<GitRef> refs, HistoryTips tips)
    {
        if (refs.Count > 0) return tips.Commits.Where(tip => tip.Ref.IsHead).Select(tip => graph.NumberOf(tip.Id)).OfType<int>();
        var parents = graph.Parents.SelectMany(numbers => numbers).ToHashSet();
        return Enumerable.Range(0, graph.Count).Where(number => !parents.Contains(number));
    }

    private bool Place(CommitGraph graph, IEnumerable<int> heads, IntroducedBlobs introduced, PathTable paths, CancellationToken cancellation)
    {
        var touched = introduced.Blobs.Where(pair => _search.Found.ContainsKey(pair.Blob)).Select(pair => pair.Path).Distinct().ToArray();
        var before = BoundaryVersions.Read(scan.Git, [.. _boundary], touched, paths, cancellation);
        var searched = introduced.Blobs.Select(pair => pair.Blob).ToHashSet();
        Read(before.Select(version => version.Blob).Distinct().Where(blob => !searched.Contains(blob)), cancellation);

        var places = new BlobPlaces(_search, holds: null);
        bool IsBoundary(int number) => _boundary.Contains(graph.Commits[number].Id);
        var failures = scan.Trees.Compare(TreePairs.WithFirstParents(graph, _emptyTree, IsBoundary), scan.Jobs, places.Matters, places.Note, cancellation);
        if (cancellation.IsCancellationRequested) return false;
        foreach (var (commit, path, blob) in before)
        {
            if (graph.NumberOf(commit) is { } number && _search.Found.ContainsKey(blob)) places.Add(number, paths.Bytes(path), blob);
        }
        ContentGaps.Report(scan, _search, places);
        scan.ReportTrees(failures, graph);
        return new Placement(scan, _search, graph, places, isBoundary: IsBoundary).Judge(heads, cancellation);
    }
}
