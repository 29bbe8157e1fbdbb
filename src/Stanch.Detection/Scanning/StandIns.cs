namespace Stanch.Detection.Scanning;

/// <summary>What a specific format has and its filters drop is a stand-in for that format; the generic detectors must not bring it back.</summary>
internal static class StandIns
{
    /// <summary>Removes generic candidates that overlap what a specific detector matched and dropped.</summary>
    public static void Remove(List<Candidate> candidates, List<FoundMatch>? standIns)
    {
        if (standIns is null)
        {
            return;
        }

        standIns.Sort(static (a, b) => a.SecretStart.CompareTo(b.SecretStart));
        var starts = new int[standIns.Count];
        var furthestEnds = new int[standIns.Count];
        var furthest = 0;
        for (var i = 0; i < standIns.Count; i++)
        {
            starts[i] = standIns[i].SecretStart;
            furthestEnds[i] = furthest = Math.Max(furthest, standIns[i].SecretEnd);
        }

        candidates.RemoveAll(candidate =>
        {
            var last = Array.BinarySearch(starts, candidate.End);
            for (last = last < 0 ? ~last - 1 : last; last >= 0 && starts[last] >= candidate.End; last--)
            {
            }

            return candidate.Detector.IsGeneric && last >= 0 && furthestEnds[last] > candidate.Start;
        });
    }
}
