namespace Stanch.Detection.Matching;

/// <summary>The keywords as a trie with failure links, from which the dense table is made. Lives only while an automaton is built.</summary>
internal sealed class KeywordTrie
{
    private readonly List<int[]> _next = [];
    private readonly List<List<int>> _reports = [];
    private readonly int _classCount;

    public KeywordTrie(IReadOnlyList<string> keywords)
    {
        _classCount = AssignClasses(keywords);
        AddState();
        for (var i = 0; i < keywords.Count; i++)
        {
            Insert(keywords[i], i);
        }

        Link();
    }

    /// <summary>For each byte its class: 0 for bytes in no keyword, the same for both cases of a letter.</summary>
    public byte[] Classes { get; } = new byte[256];

    public int StateCount => _next.Count;

    /// <summary>Renumbers the states so that those which report come last, and lays the transitions out as one table.</summary>
    public DenseTable ToDenseTable()
    {
        var shift = 0;
        while (1 << shift < _classCount)
        {
            shift++;
        }

        var renumbered = Renumber(out var firstReporting);
        var transitions = new ushort[StateCount << shift];
        var reports = new int[StateCount - firstReporting][];
        for (var state = 0; state < StateCount; state++)
        {
            var target = renumbered[state];
            for (var c = 0; c < _classCount; c++)
            {
                transitions[(target << shift) | c] = (ushort)renumbered[_next[state][c]];
            }

            if (target >= firstReporting)
            {
                reports[target - firstReporting] = [.. _reports[state]];
            }
        }

        return new DenseTable(transitions, shift, firstReporting, reports);
    }

    private int AssignClasses(IReadOnlyList<string> keywords)
    {
        var count = 1;
        foreach (var c in keywords.SelectMany(keyword => keyword))
        {
            if (Classes[c] == 0)
            {
                Classes[c] = (byte)count;
                Classes[char.ToUpperInvariant(c)] = (byte)count;
                count++;
            }
        }

        return count;
    }

    private int AddState()
    {
        _next.Add(new int[_classCount]);
        _reports.Add([]);
        return _next.Count - 1;
    }

    private void Insert(string keyword, int number)
    {
        var state = 0;
        foreach (var c in keyword)
        {
            ref var next = ref _next[state][Classes[c]];
            if (next == 0)
            {
                next = _next.Count;
                AddState();
            }

            state = next;
        }

        _reports[state].Add(number);
    }

    // Breadth first, so that a state's failure link is complete before its children need it; missing edges become the failure link's.
    private void Link()
    {
        var failure = new int[StateCount];
        var queue = new Queue<int>(_next[0].Where(state => state != 0));
        while (queue.TryDequeue(out var state))
        {
            _reports[state].AddRange(_reports[failure[state]]);
            for (var c = 0; c < _classCount; c++)
            {
                var child = _next[state][c];
                if (child == 0)
                {
                    _next[state][c] = _next[failure[state]][c];
                    continue;
                }

                failure[child] = _next[failure[state]][c];
                queue.Enqueue(child);
            }
        }
    }

    private int[] Renumber(out int firstReporting)
    {
        var renumbered = new int[StateCount];
        var next = 0;
        for (var state = 0; state < StateCount; state++)
        {
            if (_reports[state].Count == 0)
            {
                renumbered[state] = next++;
            }
        }

        firstReporting = next;
        for (var state = 0; state < StateCount; state++)
        {
            if (_reports[state].Count > 0)
            {
                renumbered[state] = next++;
            }
        }

        return renumbered;
    }

    /// <summary>The automaton laid out for the scan.</summary>
    internal sealed record DenseTable(ushort[] Transitions, int Shift, int FirstReporting, int[][] Reports);
}
