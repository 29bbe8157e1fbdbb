using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stanch.Detection.Matching;

namespace Stanch.Detection.Scanning;

/// <summary>An automaton and, for each of its reporting states, which detectors' keywords ended there. Made at build time for the built-in catalogue.</summary>
public sealed class KeywordIndex
{
    private const uint Magic = 0x31494B53; // "SKI1"
    private readonly ReportTable<Entry> _entries;

    private KeywordIndex(KeywordAutomaton automaton, ReportTable<Entry> entries) => (Automaton, _entries) = (automaton, entries);

    /// <summary>Finds the keywords.</summary>
    public KeywordAutomaton Automaton { get; }

    /// <summary>Makes the index of a list of detectors.</summary>
    /// <param name="automaton">Knows all their keywords.</param>
    /// <param name="keywords">Those of each detector, by the number under which it is reported.</param>
    /// <exception cref="ArgumentException">A keyword is none of the automaton's.</exception>
    public static KeywordIndex Make(KeywordAutomaton automaton, IReadOnlyList<IReadOnlyList<string>> keywords)
    {
        List<int> others = [];
        var uses = KeywordIndexes.Uses(keywords, automaton, others);
        return others.Count == 0 ? Make(automaton, uses) : throw new ArgumentException($"the automaton lacks keywords of detector {others[0]}", nameof(keywords));
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote where it lies, as <see cref="KeywordAutomaton.LoadInPlace"/> does.</summary>
    /// <param name="automaton">The one it was made for.</param>
    /// <param name="data">Never moves and never goes away.</param>
    /// <exception cref="InvalidDataException">The data is no index of this automaton.</exception>
    public static KeywordIndex LoadInPlace(KeywordAutomaton automaton, ReadOnlySpan<byte> data)
    {
        var bytes = new TableBytes(data, inPlace: true);
        if (bytes.ReadInt() != Magic || bytes.ReadInt() != automaton.ReportingStates)
        {
            throw new InvalidDataException("not an index of this keyword table");
        }

        return new KeywordIndex(automaton, new ReportTable<Entry>(bytes.ReadTable<int>(automaton.ReportingStates + 1), bytes.ReadTable<Entry>(bytes.ReadCountOf(Unsafe.SizeOf<Entry>(), "entries"))));
    }

    /// <summary>The index as bytes, little-endian, without its automaton.</summary>
    public byte[] Serialize()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(_entries.Count);
        writer.Write(MemoryMarshal.AsBytes(_entries.Starts.Span));
        writer.Write(_entries.Values.Length);
        writer.Write(MemoryMarshal.AsBytes(_entries.Values.Span));
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The index of some of its detectors.</summary>
    /// <param name="numbers">Their numbers here, in the order that they have there.</param>
    internal KeywordIndex Only(IReadOnlyList<int> numbers)
    {
        var places = numbers.Index().ToDictionary(number => number.Item, number => number.Index);
        List<int> counts = new(_entries.Count);
        List<Entry> kept = new(_entries.Values.Length);
        for (var state = 0; state < _entries.Count; state++)
        {
            var before = kept.Count;
            foreach (var entry in _entries[state])
            {
                if (places.TryGetValue(entry.Detector, out var place))
                {
                    kept.Add(entry with { Detector = place });
                }
            }

            counts.Add(kept.Count - before);
        }

        return new KeywordIndex(Automaton, ReportTable<Entry>.Of(counts, kept));
    }

    /// <param name="automaton">May know more keywords than the detectors use: those report nothing.</param>
    /// <param name="uses">Which detector, by the number under which it is reported, waits for which of the automaton's keywords.</param>
    internal static KeywordIndex Make(KeywordAutomaton automaton, IReadOnlyList<KeywordUse> uses)
    {
        var users = uses.ToLookup(use => use.Keyword, use => use.Detector);
        var states = Enumerable.Range(0, automaton.ReportingStates)
            .Select(state => (from keyword in automaton.KeywordsOf(state).ToArray() from detector in users[keyword] select new Entry(automaton.Keywords[keyword].Length, detector)).ToArray())
            .ToList();
        return new KeywordIndex(automaton, ReportTable<Entry>.Of(states.Select(entries => entries.Length), states.SelectMany(entries => entries)));
    }

    /// <summary>What ended in a reporting state.</summary>
    internal ReadOnlySpan<Entry> At(int reportingState) => _entries[reportingState];

    /// <summary>A keyword of this length, and the number of a detector that waits for it.</summary>
    internal readonly record struct Entry(int KeywordLength, int Detector);
}
