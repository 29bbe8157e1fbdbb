using System.Buffers;

namespace Stanch.Detection.Scanning;

/// <summary>Runs the pipeline over one blob again and writes down what happened on one line. Cold: a scan never comes here.</summary>
internal static class Explainer
{
    public static IReadOnlyList<TracedHit> Explain(Scanner scanner, MatchTracer tracer, ReadOnlySpan<byte> content, int line, Provenance place)
    {
        var kind = TextSniffer.Sniff(content);
        if (kind is TextKind.Bytes or TextKind.Binary) return ExplainBytes(scanner, tracer, content, kind == TextKind.Binary, line, place);
        var wide = content[TextSniffer.MarkLength(content, kind)..];
        Span<int> end = [wide.Length - wide.Length % Transcoder.UnitBytes(kind)];
        var utf8 = Transcoder.ToUtf8(wide, end, kind);
        try
        {
            return ExplainBytes(scanner, tracer, utf8.AsSpan(0, end[0]), binary: false, line, place);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    private static List<TracedHit> ExplainBytes(Scanner scanner, MatchTracer tracer, ReadOnlySpan<byte> content, bool binary, int line, Provenance place)
    {
        var scratch = new ScanScratch();
        var kept = new List<Candidate>(scanner.FindInBytes(content, SegmentOrigin.Start, binary, scratch));
        Pairing.Pair(kept);
        var (start, end) = LineSpan(content, line);
        var traced = new List<TracedHit>();
        foreach (var hit in tracer.Trace(content, binary, start, end, scratch))
        {
            var detector = scanner.Detectors[hit.Detector];
            var keyword = new LineReader(content, SegmentOrigin.Start).Locate(hit.KeywordStart, hit.KeywordEnd);
            var step = new TracedHit(detector, Refiner.Decode(content[hit.KeywordStart..hit.KeywordEnd]), keyword.Line, keyword.Column, hit.Gate);
            if (hit.Matches.Length == 0) traced.Add(step);
            foreach (var match in hit.Matches) traced.Add(Follow(step, content, match, kept, place));
        }

        traced.AddRange(Decoding.LayerTrace.Found(kept, start, end, place));
        if (scanner.Decodes)
        {
            // Matches of the layers below: what was kept of them was just told.
            Decoding.LayerTrace.Dropped(scanner, tracer, content, binary, (start, end), scratch, traced);
        }

        return [.. traced.DistinctBy(step => (step.Detector, step.Gate, step.Finding?.Location, step.Finding is null ? step.Column : 0))];
    }

    private static TracedHit Follow(TracedHit step, ReadOnlySpan<byte> content, FoundMatch match, List<Candidate> kept, Provenance place)
    {
        if (Refiner.Refine(content, match, step.Detector, out var gate) is not { } candidate)
            return step with { Gate = gate, Dropped = DroppedText(content, match, step.Detector), Measured = gate == Gate.Entropy ? Refiner.EntropyText(content, match, step.Detector) : null };
        if (kept.Find(other => other.Detector == step.Detector && other.Start == candidate.Start && other.End == candidate.End) is { } own)
            return Judge.At(own, place) is { } finding ? step with { Gate = Gate.Passed, Finding = finding } : step with { Gate = Gate.Place, Dropped = own.Secret };
        step = step with { Dropped = candidate.Secret };
        var winner = kept.Find(other => other.Start < candidate.End && other.End > candidate.Start);
        return winner is null ? step with { Gate = Gate.StandIn } : step with { Gate = Gate.Overlap, Winner = winner.Detector };
    }

    private static Secret DroppedText(ReadOnlySpan<byte> content, FoundMatch match, Detector detector) =>
        new(Refiner.Decode(match.Secret(content)), detector.Pattern.PublicPrefix);

    private static (int Start, int End) LineSpan(ReadOnlySpan<byte> content, int line)
    {
        var start = 0;
        for (var at = 1; at < line && start < content.Length; at++)
        {
            var next = content[start..].IndexOf((byte)'\n');
            start = next < 0 ? content.Length : start + next + 1;
        }

        var end = content[start..].IndexOf((byte)'\n');
        return (start, end < 0 ? content.Length : start + end);
    }
}
