namespace Stanch.Detection.Scanning;

/// <summary>A span of a blob that a snippet may not show in clear.</summary>
/// <param name="Candidate">The candidate that stands there; null for the rest of one that another settled away.</param>
internal readonly record struct Redaction(int Start, int End, Candidate? Candidate)
{
    /// <summary>Everything that was ever a candidate, without overlaps, in order of place.</summary>
    /// <param name="spans">Of all candidates, in any order; sorted in place.</param>
    /// <param name="kept">Those that stayed, in order of place.</param>
    public static List<Redaction> Of((int Start, int End)[] spans, List<Candidate> kept)
    {
        Array.Sort(spans);
        var redactions = new List<Redaction>(kept.Count);
        var next = 0;
        for (var i = 0; i < spans.Length;)
        {
            var (start, end) = spans[i];
            for (i++; i < spans.Length && spans[i].Start < end; i++)
            {
                end = Math.Max(end, spans[i].End);
            }

            for (; next < kept.Count && kept[next].Start < end; next++)
            {
                // Several of one encoded piece have the same place, and one may hold another.
                if (kept[next].Start < start)
                {
                    continue;
                }

                AddRest(redactions, start, kept[next].Start);
                redactions.Add(new Redaction(kept[next].Start, kept[next].End, kept[next]));
                start = kept[next].End;
            }

            AddRest(redactions, start, end);
        }

        return redactions;
    }

    /// <summary>The place of the first one that ends behind <paramref name="offset"/>.</summary>
    public static int FirstBehind(List<Redaction> redactions, int offset)
    {
        int low = 0, high = redactions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = redactions[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static void AddRest(List<Redaction> redactions, int start, int end)
    {
        if (end > start)
        {
            redactions.Add(new Redaction(start, end, null));
        }
    }
}
