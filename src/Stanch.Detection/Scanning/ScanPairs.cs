namespace Stanch.Detection.Scanning;

/// <summary>
/// The identifier of a secret that stands in another file, farther away in the same one, or in another commit: the nearest of the whole scan by path, then by
/// line. It is told as a fact and raises no evidence: what stands far apart may not belong together.
/// </summary>
internal static class ScanPairs
{
    // A scan with more identifiers than this at one distance tells "many".
    private const int MostCounted = 100;

    /// <summary>The findings, those without a near pair told where the other half stands.</summary>
    public static IReadOnlyList<Finding> Tell(IReadOnlyList<Finding> findings)
    {
        var wanted = findings.Where(finding => finding.Detector.Pair is not null && !finding.Reasons.Contains(Reason.Pair)).ToArray();
        if (wanted.Length == 0)
        {
            return findings;
        }

        var names = wanted.Select(finding => finding.Detector.Pair!.With).ToHashSet(StringComparer.Ordinal);
        var halves = findings.Where(finding => names.Contains(finding.Detector.Id)).ToLookup(finding => finding.Detector.Id, StringComparer.Ordinal);
        return halves.Count == 0 ? findings : [.. findings.Select(finding => Tell(finding, halves))];
    }

    private static Finding Tell(Finding finding, ILookup<string, Finding> halves)
    {
        if (finding.Detector.Pair is not { } pair || finding.Reasons.Contains(Reason.Pair))
        {
            return finding;
        }

        Finding? nearest = null;
        var distance = (Path: int.MaxValue, Lines: int.MaxValue);
        HashSet<string> atDistance = new(StringComparer.Ordinal);
        foreach (var half in halves[pair.With])
        {
            var its = Distance(finding, half);
            if (its.CompareTo(distance) < 0)
            {
                (nearest, distance) = (half, its);
                atDistance.Clear();
            }

            if (its == distance && atDistance.Count < MostCounted)
            {
                atDistance.Add(half.Secret.Reveal());
            }
        }

        return nearest is null ? finding : finding with
        {
            Reasons = [.. finding.Reasons, Reason.PairElsewhere],
            Facts = [.. finding.Facts, .. Facts(pair.With, nearest, atDistance.Count)],
        };
    }

    private static IEnumerable<Fact> Facts(string with, Finding nearest, int atDistance)
    {
        yield return new Fact("pairedWith", with);
        yield return new Fact("pairedPath", nearest.Provenance.Path);
        yield return new Fact("pairedLine", $"{nearest.Location.Line}");
        if (atDistance > 1)
        {
            yield return new Fact("pairAmbiguous", $"{atDistance} at the same distance");
        }
    }

    // In one file the lines between them; else the steps from one folder to the other.
    private static (int Path, int Lines) Distance(Finding a, Finding b)
    {
        var (from, to) = (a.Provenance.Path, b.Provenance.Path);
        return from == to ? (0, Math.Abs(a.Location.Line - b.Location.Line)) : (1 + Steps(from, to), 0);
    }

    private static int Steps(string from, string to)
    {
        var common = 0;
        var length = Math.Min(from.Length, to.Length);
        for (var i = 0; i < length && from[i] == to[i]; i++)
        {
            common = from[i] == '/' ? i + 1 : common;
        }

        return from.AsSpan(common).Count('/') + to.AsSpan(common).Count('/');
    }
}
