using Stanch.Detection.Matching;

namespace Stanch.Detection.Scanning;

/// <summary>An automaton and, for each of its reporting states, which detectors' keywords ended there.</summary>
internal sealed class KeywordIndex
{
    private readonly int[] _starts;
    private readonly Entry[] _entries;

    /// <param name="automaton">May know more keywords than the detectors use: those report nothing.</param>
    /// <param name="uses">Which detector, by the number under which it is reported, waits for which of the automaton's keywords.</param>
    public KeywordIndex(KeywordAutomaton automaton, IReadOnlyList<KeywordUse> uses)
    {
        Automaton = automaton;
        var users = UsersOf(automaton.Keywords.Count, uses);
        _starts = new int[automaton.ReportingStates + 1];
        var entries = new List<Entry>(uses.Count);
        for (var state = 0; state < automaton.ReportingStates; state++)
        {
            foreach (var keyword in automaton.KeywordsOf(state))
            {
                foreach (var detector in users[keyword])
                {
                    entries.Add(new Entry(automaton.Keywords[keyword].Length, detector));
                }
            }

            _starts[state + 1] = entries.Count;
        }

        _entries = [.. entries];
    }

    public KeywordAutomaton Automaton { get; }

    /// <summary>What ended in a reporting state.</summary>
    public ReadOnlySpan<Entry> At(int reportingState) => _entries.AsSpan(_starts[reportingState].._starts[reportingState + 1]);

    private static ReportTable UsersOf(int keywords, IReadOnlyList<KeywordUse> uses)
    {
        var starts = new int[keywords + 1];
        foreach (var use in uses)
        {
            starts[use.Keyword + 1]++;
        }

        for (var i = 0; i < keywords; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts.AsSpan(0, keywords).ToArray();
        var detectors = new int[uses.Count];
        foreach (var use in uses)
        {
            detectors[next[use.Keyword]++] = use.Detector;
        }

        return new ReportTable(starts, detectors);
    }

    /// <summary>A keyword of this length, and the number of a detector that waits for it.</summary>
    internal readonly record struct Entry(int KeywordLength, int Detector);
}
