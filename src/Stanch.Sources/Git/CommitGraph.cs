namespace Stanch.Sources.Git;

/// <summary>
/// The commits that the tips reach, parents before children and else older before newer, numbered from 0 in that order. Made from the commit
/// objects themselves: replace refs, grafts and prepared graph files have no say, only the boundary of a shallow clone has.
/// </summary>
internal sealed class CommitGraph
{
    private readonly Dictionary<ObjectId, int> _numbers;

    private CommitGraph(CommitLinks[] commits, int[][] parents, Dictionary<ObjectId, int> numbers, IReadOnlyCollection<ObjectId> missing)
    {
        Commits = commits;
        Parents = parents;
        _numbers = numbers;
        Missing = missing;
    }

    public IReadOnlyList<CommitLinks> Commits { get; }

    /// <summary>Numbers of each commit's parents that are here, the first parent first.</summary>
    public IReadOnlyList<int[]> Parents { get; }

    /// <summary>Commits that are named, by a tip or as a parent, and are not here.</summary>
    public IReadOnlyCollection<ObjectId> Missing { get; }

    public int Count => Commits.Count;

    /// <param name="commits">All that were read, reachable or not.</param>
    /// <param name="tips">Where to start.</param>
    /// <param name="parentsOf">Which parents of a commit to follow.</param>
    public static CommitGraph Build(IReadOnlyList<CommitLinks> commits, IEnumerable<ObjectId> tips, Func<CommitLinks, ReadOnlySpan<ObjectId>> parentsOf)
    {
        var known = new Dictionary<ObjectId, int>(commits.Count);
        for (var i = 0; i < commits.Count; i++) known.TryAdd(commits[i].Id, i);
        var (reached, missing) = Reach(commits, known, tips, parentsOf);
        return Order(commits, known, reached, missing, parentsOf);
    }

    /// <summary>The number of a commit; null where it is not reached.</summary>
    public int? NumberOf(ObjectId id) => _numbers.TryGetValue(id, out var number) ? number : null;

    private static (bool[] Reached, HashSet<ObjectId> Missing) Reach(
        IReadOnlyList<CommitLinks> commits, Dictionary<ObjectId, int> known, IEnumerable<ObjectId> tips, Func<CommitLinks, ReadOnlySpan<ObjectId>> parentsOf)
    {
        var reached = new bool[commits.Count];
        var missing = new HashSet<ObjectId>();
        var open = new Stack<ObjectId>(tips);
        while (open.TryPop(out var id))
        {
            if (!known.TryGetValue(id, out var index)) missing.Add(id);
            else if (!reached[index])
            {
                reached[index] = true;
                foreach (var parent in parentsOf(commits[index])) open.Push(parent);
            }
        }
        return (reached, missing);
    }

    private static CommitGraph Order(
        IReadOnlyList<CommitLinks> commits, Dictionary<ObjectId, int> known, bool[] reached, HashSet<ObjectId> missing, Func<CommitLinks, ReadOnlySpan<ObjectId>> parentsOf)
    {
        var waitsFor = new int[commits.Count];
        var children = new List<int>?[commits.Count];
        var ready = new PriorityQueue<int, (long, ObjectId)>(Comparer<(long Date, ObjectId Id)>.Create(Older));
        for (var i = 0; i < commits.Count; i++)
        {
            if (!reached[i]) continue;
            foreach (var parent in parentsOf(commits[i]))
            {
                if (!known.TryGetValue(parent, out var index)) continue;
                waitsFor[i]++;
                (children[index] ??= []).Add(i);
            }
            if (waitsFor[i] == 0) ready.Enqueue(i, (commits[i].Date, commits[i].Id));
        }
        var order = new List<CommitLinks>(commits.Count);
        var numbers = new Dictionary<ObjectId, int>(commits.Count);
        while (ready.TryDequeue(out var index, out _))
        {
            numbers[commits[index].Id] = order.Count;
            order.Add(commits[index]);
            foreach (var child in children[index] ?? [])
            {
                if (--waitsFor[child] == 0) ready.Enqueue(child, (commits[child].Date, commits[child].Id));
            }
        }
        return new CommitGraph([.. order], [.. order.Select(commit => Numbers(commit, numbers, parentsOf))], numbers, missing);
    }

    private static int[] Numbers(CommitLinks commit, Dictionary<ObjectId, int> numbers, Func<CommitLinks, ReadOnlySpan<ObjectId>> parentsOf)
    {
        var result = new List<int>(1);
        foreach (var parent in parentsOf(commit))
        {
            if (numbers.TryGetValue(parent, out var number)) result.Add(number);
        }
        return [.. result];
    }

    /// <summary>Ids break ties, so that two scans of one repository say the same.</summary>
    private static int Older((long Date, ObjectId Id) x, (long Date, ObjectId Id) y)
    {
        var order = x.Date.CompareTo(y.Date);
        return order != 0 ? order : x.Id.A.CompareTo(y.Id.A);
    }
}
