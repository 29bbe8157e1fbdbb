using Stanch.Detection.Matching;

namespace Stanch.Detection.Scanning;

/// <summary>Shares detectors out: those that the prepared table knows, and the others, for which one is made now. Every start pays for this.</summary>
internal static class KeywordIndexes
{
    /// <param name="detectors">The active ones.</param>
    /// <param name="prepared">A table made at build time; null makes one for all.</param>
    public static KeywordIndex[] Make(IReadOnlyList<Detector> detectors, KeywordAutomaton? prepared)
    {
        List<int> others = [];
        List<KeywordIndex> indexes = [];
        if (prepared is null)
        {
            others.AddRange(Enumerable.Range(0, detectors.Count));
        }
        else if (Uses(detectors, Enumerable.Range(0, detectors.Count), prepared, others) is { Count: > 0 } covered)
        {
            indexes.Add(new KeywordIndex(prepared, covered));
        }

        if (others.Count > 0)
        {
            var made = KeywordAutomaton.Build(others.SelectMany(other => detectors[other].Keywords));
            indexes.Add(new KeywordIndex(made, Uses(detectors, others, made, [])));
        }

        return [.. indexes];
    }

    private static List<KeywordUse> Uses(IReadOnlyList<Detector> detectors, IEnumerable<int> numbers, KeywordAutomaton automaton, List<int> others)
    {
        var known = Numbered(automaton.Keywords);
        List<KeywordUse> uses = new(automaton.Keywords.Count * 2);
        foreach (var number in numbers)
        {
            var before = uses.Count;
            foreach (var keyword in detectors[number].Keywords)
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

    private static Dictionary<string, int> Numbered(IReadOnlyList<string> keywords)
    {
        var numbers = new Dictionary<string, int>(keywords.Count, StringComparer.Ordinal);
        for (var i = 0; i < keywords.Count; i++)
        {
            numbers[keywords[i]] = i;
        }

        return numbers;
    }
}
