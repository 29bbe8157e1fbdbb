using System.Collections.Concurrent;

namespace Stanch.Sources.Git.Seen;

/// <summary>
/// What commits changed, as far as it matters, from scan to scan: trees are compared once. It holds for the parent it was worked out against, and
/// while no more blobs matter than did then. Noting is safe for many threads.
/// </summary>
internal sealed class SeenChanges
{
    private static readonly CommitChanges s_nothing = new(0, []);

    private readonly Dictionary<ObjectId, CommitChanges> _former;
    private readonly Dictionary<ObjectId, CommitChanges> _current = [];
    private readonly ConcurrentDictionary<int, List<SeenChange>> _noted = new();
    private readonly ConcurrentDictionary<int, bool> _unsure = new();
    private readonly PathTable _paths = new();

    public SeenChanges(SeenRecord record)
    {
        _former = record.Changes;
        foreach (var path in record.Paths) _paths.NumberOf(path);
    }

    public bool HasChanged { get; private set; }

    /// <summary>Tells of the changes that are known.</summary>
    /// <returns>The pairs that are to be compared.</returns>
    public List<TreePair> Replay(CommitGraph graph, IReadOnlyList<TreePair> pairs, ITreeDiff.ChangeHandler each)
    {
        var open = new List<TreePair>();
        foreach (var pair in pairs)
        {
            if (pair.Number >= 0 && _former.TryGetValue(graph.Commits[pair.Number].Id, out var known) && known.Against == Against(graph, pair.Number)) Replay(graph, pair.Number, known, each);
            else open.Add(pair);
        }
        return open;
    }

    /// <summary>Notes a change that a comparison brought.</summary>
    /// <param name="isSure">False where the new blob was not read: when it is, it may matter more.</param>
    public void Note(int number, RawChange change, bool isSure)
    {
        if (number < 0) return;
        if (!isSure) _unsure[number] = true;
        // All changes of one pair come on one thread.
        _noted.GetOrAdd(number, static _ => []).Add(new SeenChange(_paths.NumberOf(change.Path), change.Old, change.New, change.OldIsSubmodule, change.NewIsSubmodule));
    }

    /// <summary>Keeps what was noted of pairs that were compared whole.</summary>
    public void Close(CommitGraph graph, IReadOnlyList<TreePair> pairs, IReadOnlyList<(int Number, string Why)> failures)
    {
        var failed = failures.Select(failure => failure.Number).ToHashSet();
        foreach (var pair in pairs)
        {
            if (pair.Number < 0 || failed.Contains(pair.Number) || _unsure.ContainsKey(pair.Number)) continue;
            var changes = _noted.TryGetValue(pair.Number, out var noted) ? noted : s_nothing.Changes;
            _current[graph.Commits[pair.Number].Id] = new CommitChanges(Against(graph, pair.Number), changes);
            HasChanged = true;
        }
    }

    /// <summary>Hands over what is to be kept, with the paths that it names.</summary>
    public void Keep(SeenRecord record)
    {
        var numbers = new Dictionary<int, int>();
        foreach (var (id, changes) in _current)
        {
            if (record.Commits.ContainsKey(id)) record.Changes[id] = changes with { Changes = [.. changes.Changes.Select(change => change with { Path = NumberOf(change.Path) })] };
        }

        int NumberOf(int path)
        {
            if (!numbers.TryGetValue(path, out var number))
            {
                numbers[path] = number = record.Paths.Count;
                record.Paths.Add(_paths.Bytes(path));
            }
            return number;
        }
    }

    private void Replay(CommitGraph graph, int number, CommitChanges known, ITreeDiff.ChangeHandler each)
    {
        _current[graph.Commits[number].Id] = known;
        foreach (var change in known.Changes)
        {
            var status = change.Old.IsNull ? 'A' : change.New.IsNull ? 'D' : 'M';
            each(number, new RawChange { Old = change.Old, New = change.New, OldIsSubmodule = change.OldIsSubmodule, NewIsSubmodule = change.NewIsSubmodule, Status = (byte)status, Path = _paths.Bytes(change.Path) });
        }
    }

    /// <summary>Which of its parents a commit is compared with, from 1; 0 for none.</summary>
    private static int Against(CommitGraph graph, int number) =>
        graph.Parents[number] is [var first, ..] ? 1 + Array.IndexOf(graph.Commits[number].Parents, graph.Commits[first].Id) : 0;
}
