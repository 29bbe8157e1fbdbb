namespace Stanch.Detection.Scanning;

/// <summary>Step 7: a secret and the identifier it is used with, nearest first. Several at the same distance are ambiguous, and the finding says so.</summary>
internal static class Pairing
{
    // More than this at one distance are "many" to a reader, and counting them all would be quadratic.
    private const int MostCounted = 100;

    /// <summary>Works on located candidates of one blob, in order of place.</summary>
    public static void Pair(List<Candidate> candidates)
    {
        Dictionary<string, List<Candidate>>? byDetector = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Detector.Pair is { } pair && (byDetector ??= ByDetector(candidates)).TryGetValue(pair.With, out var others))
            {
                Pair(candidate, pair, others);
            }
        }
    }

    private static Dictionary<string, List<Candidate>> ByDetector(List<Candidate> candidates)
    {
        var groups = new Dictionary<string, List<Candidate>>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            if (!groups.TryGetValue(candidate.Detector.Id, out var group))
            {
                groups.Add(candidate.Detector.Id, group = []);
            }

            group.Add(candidate);
        }

        return groups;
    }

    private static void Pair(Candidate candidate, DetectorPair pair, List<Candidate> others)
    {
        var (before, after) = Neighbours(candidate, others);
        var distance = Math.Min(before < 0 ? int.MaxValue : Distance(candidate, others[before]), after == others.Count ? int.MaxValue : Distance(candidate, others[after]));
        if (distance > pair.Within)
        {
            return;
        }

        // An identifier usually stands before its secret: of two at the same distance that one is meant.
        var nearest = before >= 0 && Distance(candidate, others[before]) == distance ? others[before] : others[after];
        var ambiguous = CountOthers(candidate, nearest, distance, others, before, after);
        candidate.AddReason(Reason.Pair);
        candidate.Facts = [.. candidate.Facts, new Fact("pairedWith", pair.With), new Fact("pairedLine", $"{nearest.Location.Line}"), .. Ambiguity(ambiguous)];
        if (candidate.Evidence == Evidence.Review && !candidate.Reasons.Contains(Reason.LowEntropy) && !candidate.Reasons.Contains(Reason.ExampleHost) && !candidate.Reasons.Contains(Reason.Words))
        {
            candidate.Evidence = Evidence.Likely;
        }
    }

    private static int Distance(Candidate a, Candidate b) => Math.Abs(a.Location.Line - b.Location.Line);

    // The last one before the candidate and the first one after it; both leave out the candidate itself.
    private static (int Before, int After) Neighbours(Candidate candidate, List<Candidate> others)
    {
        int low = 0, high = others.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = others[middle].Location.ByteOffset < candidate.Location.ByteOffset ? (middle + 1, high) : (low, middle);
        }

        var isItself = low < others.Count && ReferenceEquals(others[low], candidate);
        return (low - 1, isItself ? low + 1 : low);
    }

    private static int CountOthers(Candidate candidate, Candidate nearest, int distance, List<Candidate> others, int before, int after)
    {
        var count = 0;
        for (var i = before; i >= 0 && before - i < MostCounted && Distance(candidate, others[i]) == distance; i--)
        {
            count += others[i].Secret.SameAs(nearest.Secret) ? 0 : 1;
        }

        for (var i = after; i < others.Count && i - after < MostCounted && Distance(candidate, others[i]) == distance; i++)
        {
            count += others[i].Secret.SameAs(nearest.Secret) ? 0 : 1;
        }

        return count;
    }

    private static IEnumerable<Fact> Ambiguity(int others) => others > 0 ? [new Fact("pairAmbiguous", $"{others + 1} at the same distance")] : [];
}
