namespace Stanch.Sources.Git;

/// <summary>From changes of blobs to the lives of secrets: one place for each pair of path and secret.</summary>
internal static class SecretPlaces
{
    /// <param name="versions">Every change of a path that put or took away a blob with findings, against the commit's first parent.</param>
    /// <param name="identitiesOf">What was found in a blob.</param>
    public static IReadOnlyList<SecretPlace> Of(
        IReadOnlyList<int[]> parents, IEnumerable<int> heads, IReadOnlyList<PathVersion> versions, Func<ObjectId, IReadOnlyList<int>> identitiesOf, int jobs)
    {
        var pairs = new Dictionary<(int Path, int Identity), int>();
        var events = new List<LifeEvent>();
        foreach (var version in versions)
        {
            var old = version.Old.IsNull ? [] : identitiesOf(version.Old).ToHashSet();
            var @new = version.New.IsNull ? [] : identitiesOf(version.New).ToHashSet();
            foreach (var identity in @new) if (!old.Contains(identity)) events.Add(new LifeEvent(version.Commit, PairOf(version.Path, identity), Gained: true));
            foreach (var identity in old) if (!@new.Contains(identity)) events.Add(new LifeEvent(version.Commit, PairOf(version.Path, identity), Gained: false));
        }
        var lives = Lifespans.Compute(parents, heads, events, pairs.Count, jobs);
        var blobs = new BlobVersions(parents, versions);
        return
        [
            .. from pair in pairs
               let life = lives[pair.Value]
               where life.Introduced >= 0
               orderby pair.Key.Path, pair.Key.Identity
               select new SecretPlace(pair.Key.Path, pair.Key.Identity, life, blobs.At(life.AtHead ? life.Last : life.Introduced, pair.Key.Path)),
        ];

        int PairOf(int path, int identity)
        {
            if (!pairs.TryGetValue((path, identity), out var number)) pairs[(path, identity)] = number = pairs.Count;
            return number;
        }
    }
}
