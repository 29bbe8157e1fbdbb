namespace Stanch.Detection.Scanning;

/// <summary>Where each keyword's way to a match ended: what <c>explain</c> says. Cold.</summary>
internal sealed class MatchTracer(MatchFinder finder)
{
    /// <summary>Every keyword on one line, and every one elsewhere that led to a match which touches it, in order of place.</summary>
    public List<HitTrace> Trace(ReadOnlySpan<byte> content, bool binary, int lineStart, int lineEnd, ScanScratch scratch)
    {
        var traces = new List<HitTrace>();
        foreach (var index in finder.Indexes)
        {
            for (var start = 0; start < content.Length; start += Matching.HitBuffer.ChunkBytes)
            {
                index.Automaton.Scan(content, start, Math.Min(content.Length, start + Matching.HitBuffer.ChunkBytes), scratch.Hits);
                foreach (var lane in scratch.Hits.Lanes)
                {
                    TraceLane(content, index, lane, binary, (lineStart, lineEnd), scratch, traces);
                }
            }
        }

        traces.Sort(static (a, b) => a.KeywordStart.CompareTo(b.KeywordStart));
        return traces;
    }

    private void TraceLane(
        ReadOnlySpan<byte> content, KeywordIndex index, Matching.HitLane lane, bool binary, (int Start, int End) line, ScanScratch scratch, List<HitTrace> traces)
    {
        for (var i = 0; i < lane.Count; i++)
        {
            var keywordEnd = lane.Position(i) + 1;
            foreach (var entry in index.At(lane.State(i)))
            {
                var keywordStart = keywordEnd - entry.KeywordLength;
                if (keywordStart < 0)
                {
                    continue;
                }

                FoundMatch[] matches = [.. finder.MatchesOf(content, entry.Detector, keywordStart, keywordEnd, binary, scratch).Where(match => match.SecretStart <= line.End && match.SecretEnd > line.Start)];
                if (matches.Length > 0 || (keywordStart >= line.Start && keywordStart < line.End && scratch.Matches.Count == 0))
                {
                    traces.Add(new HitTrace(entry.Detector, keywordStart, keywordEnd, GateOf(content, finder.Wanted(entry.Detector).Detector, keywordStart, keywordEnd, binary, scratch), matches));
                }
            }
        }
    }

    // Where a hit that led to no match ended.
    private static Gate GateOf(ReadOnlySpan<byte> content, Detector detector, int keywordStart, int keywordEnd, bool binary, ScanScratch scratch)
    {
        if (detector.Context != DetectorContext.Inside && binary)
        {
            return Gate.Binary;
        }

        if (detector.Context != DetectorContext.Assigned)
        {
            return NearMiss.GateOf(content, detector.Pattern, keywordStart, keywordEnd, detector.Context);
        }

        if (!detector.IsGeneric && !MatchFinder.StartsWord(content, keywordStart))
        {
            return Gate.Word;
        }

        return !scratch.TryReadAssignment(content, keywordStart, keywordEnd, out var assignment) ? Gate.Assignment
            : assignment.ValueLength < detector.Pattern.MinLength ? Gate.Length
            : NearMiss.GateOf(content, detector.Pattern, assignment.ValueStart, assignment.ValueEnd);
    }
}
