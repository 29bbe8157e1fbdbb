using Stanch.Detection.Matching;

namespace Stanch.Detection.Scanning;

/// <summary>An automaton and, for each of its reporting states, which detectors' keywords ended there.</summary>
internal sealed class KeywordIndex
{
    private readonly Entry[][] _entries;

    /// <param name="automaton">May know more keywords than the detectors use: those report nothing.</param>
    /// <param name="detectors">Detectors by the number under which they are reported.</param>
    public KeywordIndex(KeywordAutomaton automaton, IReadOnlyList<(int Number, Detector Detector)> detectors)
    {
        Automaton = automaton;
        var users = new List<int>?[automaton.Keywords.Count];
        var numbers = new Dictionary<string, int>(automaton.Keywords.Count, StringComparer.Ordinal);
        for (var i = 0; i < automaton.Keywords.Count; i++)
        {
            numbers[automaton.Keywords[i]] = i;
        }

        foreach (var (number, detector) in detectors)
        {
            foreach (var keyword in detector.Keywords)
            {
                (users[numbers[keyword.ToLowerInvariant()]] ??= []).Add(number);
            }
        }

        _entries = new Entry[automaton.ReportingStates][];
        for (var state = 0; state < _entries.Length; state++)
        {
            _entries[state] = MakeEntries(automaton, users, state);
        }
    }

    public KeywordAutomaton Automaton { get; }

    /// <summary>What ended in a reporting state.</summary>
    public ReadOnlySpan<Entry> At(int reportingState) => _entries[reportingState];

    private static Entry[] MakeEntries(KeywordAutomaton automaton, List<int>?[] users, int state)
    {
        List<Entry>? entries = null;
        foreach (var keyword in automaton.KeywordsOf(state))
        {
            foreach (var detector in users[keyword] ?? [])
            {
                (entries ??= []).Add(new Entry(automaton.Keywords[keyword].Length, detector));
            }
        }

        return entries is null ? [] : [.. entries];
    }

    /// <summary>A keyword of this length, and the number of a detector that waits for it.</summary>
    internal readonly record struct Entry(int KeywordLength, int Detector);
}
