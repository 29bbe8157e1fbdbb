namespace Stanch.Detection.Scanning;

/// <summary>Step 8: of candidates on overlapping text, the more specific stays.</summary>
internal static class Settlement
{
    private const string GenericCategory = "generic";

    /// <summary>Sorts by place and removes those that a better one overlaps.</summary>
    public static void Settle(List<Candidate> candidates)
    {
        if (candidates.Count > 1)
        {
            candidates.Sort(Better);
            var kept = new List<Candidate>(candidates.Count);
            var bySpan = new Dictionary<(int Start, int End), Candidate>(candidates.Count);
            var taken = new SortedSet<(int Start, int End)>();
            foreach (var candidate in candidates)
            {
                if (!Overlaps(taken, candidate))
                {
                    taken.Add((candidate.Start, candidate.End));
                    kept.Add(candidate);
                    bySpan.Add((candidate.Start, candidate.End), candidate);
                }
                else if (candidate.Detector.IsGeneric && bySpan.TryGetValue((candidate.Start, candidate.End), out var winner))
                {
                    winner.Absorb(candidate);
                }
            }

            candidates.Clear();
            candidates.AddRange(kept);
        }

        candidates.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
    }

    // What was taken does not overlap itself, so only the neighbours of the new start can overlap it.
    private static bool Overlaps(SortedSet<(int Start, int End)> taken, Candidate candidate)
    {
        foreach (var (_, end) in taken.GetViewBetween((0, 0), (candidate.Start, int.MaxValue)).Reverse())
        {
            if (end > candidate.Start)
            {
                return true;
            }

            break;
        }

        foreach (var (start, _) in taken.GetViewBetween((candidate.Start, 0), (int.MaxValue, int.MaxValue)))
        {
            return start < candidate.End;
        }

        return false;
    }

    private static int Better(Candidate a, Candidate b)
    {
        var rank = Rank(b).CompareTo(Rank(a));
        if (rank != 0)
        {
            return rank;
        }

        var length = (b.End - b.Start).CompareTo(a.End - a.Start);
        if (length != 0)
        {
            return length;
        }

        var id = string.CompareOrdinal(a.Detector.Id, b.Detector.Id);
        return id != 0 ? id : a.Start.CompareTo(b.Start);
    }

    // A detector that declares what it contains wins over all; then users' own, proof, and how specific it is: one that knows the provider wins over
    // one that knows only the place (a URL, a header), and that over one that knows only the name.
    private static int Rank(Candidate candidate) =>
        (candidate.Detector.Contains.Count > 0 ? 64 : 0)
        + (candidate.Detector.IsCustom ? 32 : 0)
        + (candidate.Evidence == Evidence.Confirmed ? 16 : 0)
        + (candidate.Detector.IsGeneric ? 0 : candidate.Detector.Category == GenericCategory ? 4 : 9)
        + candidate.Detector.Context switch { DetectorContext.Inside => 3, DetectorContext.Assigned => 2, _ => 0 }
        + (candidate.Evidence == Evidence.Likely ? 1 : 0);
}
