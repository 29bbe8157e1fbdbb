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
            SortedSet<Taken> taken = [], within = [];
            foreach (var candidate in candidates)
            {
                var other = Overlapping(taken, candidate);
                var place = other is { Holds: true } holder && IsPieceOf(candidate, holder) ? within : taken;
                if (other is null || (place == within && Overlapping(within, candidate) is null))
                {
                    place.Add(Taken.By(candidate));
                    kept.Add(candidate);
                    bySpan.TryAdd((candidate.Start, candidate.End), candidate);
                }
                else if (candidate.Detector.IsGeneric && bySpan.TryGetValue((candidate.Start, candidate.End), out var winner) && winner.Decoded.Count > 0 == candidate.Decoded.Count > 0)
                {
                    winner.Absorb(candidate);
                }
            }

            candidates.Clear();
            candidates.AddRange(kept);
        }

        candidates.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? a.End.CompareTo(b.End) : Better(a, b));
    }

    // What was taken does not overlap itself, so only the neighbours of the new start can overlap it. Those of one encoded piece were settled in it.
    private static Taken? Overlapping(SortedSet<Taken> taken, Candidate candidate)
    {
        foreach (var before in taken.GetViewBetween(default, new Taken(candidate.Start, int.MaxValue, int.MaxValue, true)).Reverse())
        {
            if (before.End > candidate.Start && !before.IsOfPiece(candidate))
            {
                return before;
            }

            break;
        }

        foreach (var after in taken.GetViewBetween(new Taken(candidate.Start, 0, 0, false), new Taken(int.MaxValue, int.MaxValue, int.MaxValue, true)))
        {
            if (after.IsOfPiece(candidate))
            {
                continue;
            }

            return after.Start < candidate.End ? after : null;
        }

        return null;
    }

    // A token that holds encoded text (a JSON Web Token) and the secret in that text are two.
    private static bool IsPieceOf(Candidate candidate, Taken holder) =>
        candidate.IsFromBlock && candidate.Start >= holder.Start && candidate.End <= holder.End && candidate.End - candidate.Start < holder.End - holder.Start;

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
        return id != 0 ? id
            : a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : a.Decoded.Count != b.Decoded.Count ? a.Decoded.Count.CompareTo(b.Decoded.Count)
            : string.CompareOrdinal(a.Secret.Reveal(), b.Secret.Reveal()) is not 0 and var text ? text
            : string.CompareOrdinal(string.Join('>', a.Decoded), string.Join('>', b.Decoded));
    }

    // A detector that declares what it contains wins over all; then users' own, proof, and how specific it is: one that knows the provider wins over
    // one that knows only the place (a URL, a header), and that over one that knows only the name. What was decoded says more than the same text encoded.
    private static int Rank(Candidate candidate) =>
        (candidate.Detector.Contains.Count > 0 ? 64 : 0)
        + (candidate.Detector.IsCustom ? 32 : 0)
        + (candidate.Evidence == Evidence.Confirmed ? 16 : 0)
        + (candidate.Detector.IsGeneric ? 0 : candidate.IsNamedByPlace && HasLines(candidate) ? -4 : candidate.Detector.Category == GenericCategory || candidate.IsNamedByPlace ? 4 : 9)
        + (candidate.IsFromBlock ? 3 : 0)
        + candidate.Detector.Context switch { DetectorContext.Inside => 3, DetectorContext.Assigned => 2, _ => 0 }
        + (candidate.Evidence == Evidence.Likely ? 1 : 0);

    // A file that is a value is what is found in it, if anything is.
    private static bool HasLines(Candidate candidate) => candidate.Secret.Reveal().Contains('\n');

    private readonly record struct Taken(int Start, int End, int Piece, bool Holds) : IComparable<Taken>
    {
        public static Taken By(Candidate candidate) =>
            new(candidate.Start, candidate.End, candidate.Piece, Holds: candidate.Decoded.Count == 0 && !candidate.Detector.IsGeneric);

        public bool IsOfPiece(Candidate candidate) => Piece != 0 && Piece == candidate.Piece;

        public int CompareTo(Taken other) => (Start, End, Piece, Holds).CompareTo((other.Start, other.End, other.Piece, other.Holds));
    }
}
