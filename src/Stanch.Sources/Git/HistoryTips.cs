namespace Stanch.Sources.Git;

/// <summary>What the refs lead to, once the annotated tags between them and the commits are known.</summary>
internal sealed class HistoryTips
{
    /// <summary>A tag may name a tag; forged ones could do so in a circle.</summary>
    private const int MostTags = 64;

    private readonly List<(GitRef Ref, ObjectId Id)> _commits = [];
    private readonly List<(GitRef Ref, ObjectId Id)> _others = [];

    private HistoryTips() { }

    /// <summary>Commits that refs name, directly or by way of tags.</summary>
    public IReadOnlyList<(GitRef Ref, ObjectId Id)> Commits => _commits;

    /// <summary>Trees, blobs and absent objects that refs name.</summary>
    public IReadOnlyList<(GitRef Ref, ObjectId Id)> Others => _others;

    /// <summary>Annotated tags that refs reach.</summary>
    public HashSet<ObjectId> Tags { get; } = [];

    public HashSet<ObjectId> Stashes { get; } = [];

    public static HistoryTips Of(IEnumerable<GitRef> refs, IReadOnlyDictionary<ObjectId, (ObjectId Id, ObjectKind Kind)> tags, Func<ObjectId, bool> isCommit)
    {
        var tips = new HistoryTips();
        foreach (var named in refs)
        {
            var id = named.Id;
            for (var step = 0; step < MostTags && tags.TryGetValue(id, out var target); step++)
            {
                tips.Tags.Add(id);
                id = target.Id;
            }
            (isCommit(id) ? tips._commits : tips._others).Add((named, id));
            if (named.IsStash) tips.Stashes.Add(id);
        }
        return tips;
    }

    /// <summary>
    /// Which parents of a commit to follow: none over the edge of a shallow clone; of a stash only what it was made on. A stash's further
    /// parents hold its index and its untracked files: they are tips of their own, for the stash did not take their content away.
    /// </summary>
    public ReadOnlySpan<ObjectId> ParentsOf(CommitLinks commit, HashSet<ObjectId> shallow) =>
        shallow.Contains(commit.Id) ? [] : Stashes.Contains(commit.Id) ? commit.Parents.AsSpan(0, Math.Min(1, commit.Parents.Length)) : commit.Parents;

    /// <summary>Where to start, the further parents of stashes among it.</summary>
    public IEnumerable<ObjectId> Starts(IReadOnlyList<CommitLinks> commits) =>
        _commits.Select(tip => tip.Id).Concat(commits.Where(commit => Stashes.Contains(commit.Id)).SelectMany(commit => commit.Parents.Skip(1)));

    /// <summary>The kinds of the objects that are neither commits nor tags: unknown for what cannot be read; absent ones are left out.</summary>
    public IReadOnlyDictionary<ObjectId, ObjectKind> KindsOfOthers(IObjectReader reader, CancellationToken cancellation)
    {
        var kinds = new ObjectKindsOnly();
        using var queue = ObjectQueue.Of(_others.Select(other => other.Id).Distinct());
        if (_others.Count > 0) reader.Read(queue, 1, kinds, cancellation);
        return kinds.Kinds;
    }
}
