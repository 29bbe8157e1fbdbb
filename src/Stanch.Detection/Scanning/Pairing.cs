namespace Stanch.Detection.Scanning;

/// <summary>Step 7: a secret and the identifier it is used with, nearest first. Several at the same distance are ambiguous, and the finding says so.</summary>
internal static class Pairing
{
    /// <summary>Works on located candidates of one blob, in order of place.</summary>
    public static void Pair(List<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Detector.Pair is { } pair)
            {
                Pair(candidate, pair, candidates);
            }
        }
    }

    private static void Pair(Candidate candidate, DetectorPair pair, List<Candidate> candidates)
    {
        Candidate? nearest = null;
        var best = int.MaxValue;
        var others = 0;
        foreach (var other in candidates)
        {
            var distance = Math.Abs(other.Location.Line - candidate.Location.Line);
            if (other.Detector.Id != pair.With || distance > pair.Within)
            {
                continue;
            }

            if (distance < best)
            {
                (nearest, best, others) = (other, distance, 0);
            }
            else if (distance == best && !other.Secret.SameAs(nearest!.Secret))
            {
                others++;
            }
        }

        if (nearest is null)
        {
            return;
        }

        candidate.AddReason(Reason.Pair);
        candidate.Facts = [.. candidate.Facts, new Fact("pairedWith", pair.With), new Fact("pairedLine", $"{nearest.Location.Line}"), .. Ambiguity(others)];
        if (candidate.Evidence == Evidence.Review && !candidate.Reasons.Contains(Reason.LowEntropy) && !candidate.Reasons.Contains(Reason.Words))
        {
            candidate.Evidence = Evidence.Likely;
        }
    }

    private static IEnumerable<Fact> Ambiguity(int others) => others > 0 ? [new Fact("pairAmbiguous", $"{others + 1} at the same distance")] : [];
}
