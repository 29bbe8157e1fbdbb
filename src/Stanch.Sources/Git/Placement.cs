namespace Stanch.Sources.Git;

/// <summary>The second step over a repository: tells the sink where everything that was found stands, with the commits around it.</summary>
/// <param name="graph">The commits that count.</param>
/// <param name="places">What the differences between their trees gave.</param>
/// <param name="isNote">True for a commit that only notes reach; null where there are none.</param>
/// <param name="isBoundary">True for a commit that lies before the range: what it has is not reported; null where there is none.</param>
internal sealed class Placement(GitScan scan, ObjectSearch search, CommitGraph graph, BlobPlaces places, Func<int, bool>? isNote = null, Func<int, bool>? isBoundary = null)
{
    /// <summary>Judges every secret in files and messages. False where it was cancelled before anything was judged.</summary>
    /// <param name="heads">Numbers of the commits at which a secret counts as still standing.</param>
    public bool Judge(IEnumerable<int> heads, CancellationToken cancellation)
    {
        var before = StoodBefore();
        var everywhere = SecretPlaces.Of(graph.Parents, heads, places.Versions, IdentitiesOf, scan.Jobs).ToArray();
        var all = everywhere.Where(place => !before.Contains((place.Path, place.Identity))).ToArray();
        CountStanding(everywhere.Where(place => before.Contains((place.Path, place.Identity)) && IsShown(place)));
        var messages = Enumerable.Range(0, graph.Count).Where(n => isBoundary?.Invoke(n) != true && search.Found.ContainsKey(graph.Commits[n].Id)).ToArray();
        var infos = Describe(all.SelectMany(CommitsOf).Concat(messages), cancellation);
        scan.Seen?.Recall(all.Where(IsShown).Select(place => place.Blob).Concat(messages.Select(number => graph.Commits[number].Id)), search, scan, cancellation);
        if (cancellation.IsCancellationRequested) return false;
        foreach (var place in all) Judge(place, infos);
        foreach (var number in messages) JudgeMessage(graph.Commits[number].Id, "commit-message", infos.GetValueOrDefault(graph.Commits[number].Id));
        return true;
    }

    /// <summary>Judges everything that was found in the text of a commit, tag or note.</summary>
    public void JudgeMessage(ObjectId id, string what, CommitInfo? introduced)
    {
        foreach (var identity in search.Found.GetValueOrDefault(id, []))
            scan.Sink.Judge(id.ToString(), identity, new Provenance.Message(scan.Name, what, id.ToString(), introduced));
    }

    /// <summary>What a commit at the edge of the range has, even where a commit inside, on another branch, brought the same before it.</summary>
    private HashSet<(int Path, int Identity)> StoodBefore() =>
    [
        .. from version in places.Versions
           where isBoundary?.Invoke(version.Commit) == true
           from identity in IdentitiesOf(version.New)
           select (version.Path, identity),
    ];

    private void CountStanding(IEnumerable<SecretPlace> places)
    {
        var count = places.Select(place => (place.Path, place.Identity)).Distinct().Count();
        if (count > 0) scan.Sink.Remark($"{count} found in changed files {(count == 1 ? "stands" : "stand")} there since before these commits, not counted here; 'stanch scan git' shows all");
    }

    private bool IsShown(SecretPlace place) => !place.Blob.IsNull && !scan.IsExcluded(places.Paths.Text(place.Path));

    private IReadOnlyList<int> IdentitiesOf(ObjectId blob) => search.Found.GetValueOrDefault(blob, []);

    private void Judge(SecretPlace place, IReadOnlyDictionary<ObjectId, CommitInfo> infos)
    {
        var path = places.Paths.Text(place.Path);
        if (scan.IsExcluded(path)) scan.Gaps.Add(path, GapKind.Excluded, "left out by the configuration");
        else if (place.Blob.IsNull) scan.Gaps.Add(path, GapKind.Corrupt, "the version that holds a finding could not be made out");
        else scan.Sink.Judge(place.Blob.ToString(), place.Identity, PlaceOf(place, path, infos));
    }

    private Provenance PlaceOf(SecretPlace place, string path, IReadOnlyDictionary<ObjectId, CommitInfo> infos)
    {
        var introduced = InfoOf(place.Life.Introduced, infos);
        if (isNote?.Invoke(place.Life.Introduced) == true) return new Provenance.Message(scan.Name, "note", path.Replace("/", "", StringComparison.Ordinal), introduced);
        return new Provenance.Commit(scan.Name, scan.FromOutside(path), introduced)
        {
            Last = InfoOf(place.Life.Last, infos),
            Removed = place.Life.Removed >= 0 ? InfoOf(place.Life.Removed, infos) : null,
            AtHead = place.Life.AtHead,
            BlobId = place.Blob.ToString(),
        };
    }

    private CommitInfo InfoOf(int number, IReadOnlyDictionary<ObjectId, CommitInfo> infos)
    {
        var commit = graph.Commits[number];
        return infos.GetValueOrDefault(commit.Id) ?? new CommitInfo(commit.Id.ToString(), "", DateTimeOffset.FromUnixTimeSeconds(commit.Date), "");
    }

    private IReadOnlyDictionary<ObjectId, CommitInfo> Describe(IEnumerable<int> numbers, CancellationToken cancellation) =>
        ObjectContents<CommitInfo>.Read(scan.Reader, numbers.Distinct().Select(number => graph.Commits[number].Id), CommitObject.Describe, cancellation);

    private static IEnumerable<int> CommitsOf(SecretPlace place) => place.Life.Removed < 0
        ? [place.Life.Introduced, place.Life.Last]
        : [place.Life.Introduced, place.Life.Last, place.Life.Removed];
}
