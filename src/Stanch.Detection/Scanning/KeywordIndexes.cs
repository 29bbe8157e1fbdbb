using Stanch.Detection.Matching;

namespace Stanch.Detection.Scanning;

/// <summary>Shares detectors out: those that the prepared table knows, and the others, for which one is made now.</summary>
internal static class KeywordIndexes
{
    /// <param name="detectors">The active ones.</param>
    /// <param name="prepared">A table made at build time; null makes one for all.</param>
    public static KeywordIndex[] Make(IReadOnlyList<Detector> detectors, KeywordAutomaton? prepared)
    {
        if (detectors is DetectorTable table)
        {
            return [table.Keywords];
        }

        IReadOnlyList<string>[] keywords = [.. detectors.Select(detector => detector.Keywords)];
        List<int> others = [];
        List<KeywordIndex> indexes = [];
        if (prepared is null)
        {
            others.AddRange(Enumerable.Range(0, detectors.Count));
        }
        else if (Uses(keywords, prepared, others) is { Count: > 0 } covered)
        {
            indexes.Add(KeywordIndex.Make(prepared, covered));
        }

        if (others.Count > 0)
        {
            var made = KeywordAutomaton.Build(others.SelectMany(other => keywords[other]));
            indexes.Add(KeywordIndex.Make(made, Uses(keywords, others, made, [])));
        }

        return [.. indexes];
    }

    /// <summary>Which detectors wait for which keywords of an automaton; the numbers of those with a keyword that it lacks go to <paramref name="others"/>.</summary>
    public static List<KeywordUse> Uses(IReadOnlyList<IReadOnlyList<string>> keywords, KeywordAutomaton automaton, List<int> others) =>
        Uses(keywords, Enumerable.Range(0, keywords.Count), automaton, others);

    private static List<KeywordUse> Uses(IReadOnlyList<IReadOnlyList<string>> keywords, IEnumerable<int> numbers, KeywordAutomaton automaton, List<int> others)
    {
        var known = automaton.Keywords.Index().ToDictionary(keyword => keyword.Item, keyword => keyword.Index, StringComparer.Ordinal);
        List<KeywordUse> uses = new(automaton.Keywords.Count * 2);
        foreach (var number in numbers)
        {
            var before = uses.Count;
            foreach (var keyword in keywords[number])
            {
                // Ours are lower case already.
                if (known.TryGetValue(keyword, out var place) || known.TryGetValue(keyword.ToLowerInvariant(), out place))
                {
                    uses.Add(new KeywordUse(place, number));
                    continue;
                }

                uses.RemoveRange(before, uses.Count - before);
                others.Add(number);
                break;
            }
        }

        return uses;
    }
}
