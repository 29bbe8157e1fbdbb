namespace Stanch.Sources.Git;

/// <summary>
/// Works out when secrets came and went, for 64 pairs of path and secret at a time: one bit each says whether a commit has it. A commit has
/// what its first parent has, changed by its events; what any or all parents have is then a matter of AND and OR. So merges are exact, and the cost is one
/// word for each commit and 64 pairs, whatever the number of paths.
/// </summary>
internal sealed class Lifespans
{
    private const int Width = 64;

    private readonly IReadOnlyList<int[]> _parents;
    private readonly int[] _heads;
    private readonly LifeEvent[] _events;
    private readonly Lifespan[] _result;

    private Lifespans(IReadOnlyList<int[]> parents, int[] heads, LifeEvent[] events, int pairs)
    {
        _parents = parents;
        _heads = heads;
        _events = events;
        _result = new Lifespan[pairs];
    }

    /// <param name="parents">Of each commit, the first parent first; every parent has a lower number than its child.</param>
    /// <param name="heads">Numbers of the commits at which a secret counts as still standing.</param>
    /// <param name="events">In any order.</param>
    /// <param name="pairs">How many pairs there are; each has at least one event.</param>
    /// <param name="jobs">How many threads may work.</param>
    public static IReadOnlyList<Lifespan> Compute(IReadOnlyList<int[]> parents, IEnumerable<int> heads, IEnumerable<LifeEvent> events, int pairs, int jobs)
    {
        var sorted = events.OrderBy(e => e.Pair / Width).ThenBy(e => e.Commit).ToArray();
        var work = new Lifespans(parents, [.. heads], sorted, pairs);
        Parallel.For(0, (pairs + Width - 1) / Width, new ParallelOptions { MaxDegreeOfParallelism = jobs }, work.ComputeBatch);
        return work._result;
    }

    private void ComputeBatch(int batch)
    {
        var first = batch * Width;
        var count = Math.Min(Width, _result.Length - first);
        var marks = new Marks(count);
        var has = Sweep(batch, marks);
        var atHead = 0UL;
        foreach (var head in _heads) atHead |= has[head];
        FindLast(has, marks);
        for (var i = 0; i < count; i++) _result[first + i] = marks.Lifespan(i, (atHead >> i & 1) != 0);
    }

    private ulong[] Sweep(int batch, Marks marks)
    {
        var has = new ulong[_parents.Count];
        var next = FirstEvent(batch);
        for (var commit = 0; commit < has.Length; commit++)
        {
            var parents = _parents[commit];
            var here = parents.Length > 0 ? has[parents[0]] : 0;
            for (; next < _events.Length && _events[next].Pair / Width == batch && _events[next].Commit == commit; next++)
            {
                var bit = 1UL << (_events[next].Pair % Width);
                here = _events[next].Gained ? here | bit : here & ~bit;
            }
            has[commit] = here;
            var (any, all) = OfParents(has, parents);
            marks.Note(commit, came: here & ~any, lost: any & ~here, taken: all & ~here);
        }
        return has;
    }

    private static (ulong Any, ulong All) OfParents(ulong[] has, int[] parents)
    {
        if (parents.Length == 0) return (0, 0);
        var (any, all) = (0UL, ulong.MaxValue);
        foreach (var parent in parents)
        {
            any |= has[parent];
            all &= has[parent];
        }
        return (any, all);
    }

    private int FirstEvent(int batch)
    {
        var (low, high) = (0, _events.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_events[middle].Pair / Width < batch) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static void FindLast(ulong[] has, Marks marks)
    {
        var left = ulong.MaxValue;
        for (var commit = has.Length - 1; commit >= 0 && left != 0; commit--)
        {
            if ((has[commit] & left) != 0) marks.NoteLast(commit, has[commit] & left);
            left &= ~has[commit];
        }
    }

    /// <summary>What the sweep saw of each pair of a batch.</summary>
    private sealed class Marks(int count)
    {
        private readonly int[] _introduced = Unset(count);
        private readonly int[] _last = Unset(count);
        private readonly int[] _taken = Unset(count);
        private readonly int[] _lost = Unset(count);

        /// <summary>
        /// A merge that loses what only one side had did not take it away: a commit on the other side did. Only where no commit took it
        /// from all its parents is such a merge the one.
        /// </summary>
        public Lifespan Lifespan(int pair, bool atHead) =>
            new(_introduced[pair], _last[pair], atHead ? -1 : _taken[pair] >= 0 ? _taken[pair] : _lost[pair], atHead);

        public void Note(int commit, ulong came, ulong lost, ulong taken)
        {
            for (; came != 0; came &= came - 1)
            {
                var pair = (int)ulong.TrailingZeroCount(came);
                if (_introduced[pair] < 0) _introduced[pair] = commit;
            }
            Set(_lost, lost, commit);
            Set(_taken, taken, commit);
        }

        public void NoteLast(int commit, ulong pairs) => Set(_last, pairs, commit);

        private static void Set(int[] marks, ulong pairs, int commit)
        {
            for (; pairs != 0; pairs &= pairs - 1) marks[(int)ulong.TrailingZeroCount(pairs)] = commit;
        }

        private static int[] Unset(int count)
        {
            var marks = new int[count];
            Array.Fill(marks, -1);
            return marks;
        }
    }
}
