using Stanch.Detection.Scanning;

namespace Stanch.Detection.Decoding;

/// <summary>What was found in encoded text on a line, and what had a secret's form there and was dropped. Cold: for explaining.</summary>
internal static class LayerTrace
{
    /// <summary>The candidates that came out of encoded text which touches the line.</summary>
    public static IEnumerable<TracedHit> Found(List<Candidate> kept, int lineStart, int lineEnd, Provenance place)
    {
        foreach (var candidate in kept)
        {
            if (candidate.Decoded.Count > 0 && candidate.Start <= lineEnd && candidate.End > lineStart && Judge.At(candidate, place) is { } finding)
            {
                yield return new TracedHit(candidate.Detector, "", candidate.Location.Line, candidate.Location.Column, Gate.Passed) { Finding = finding, Decoded = candidate.Decoded };
            }
        }
    }

    /// <summary>Adds the matches in encoded text that touches the line which the filters dropped, with the gate that each was dropped at.</summary>
    public static void Dropped(
        Scanner scanner, MatchTracer tracer, ReadOnlySpan<byte> content, bool binary, (int Start, int End) line, ScanScratch scratch, List<TracedHit> traced)
    {
        scratch.Start(scanner.Detectors.Count);
        LayerSearch.FindPieces(content, 0, binary, null, scratch);
        foreach (var piece in scratch.Pieces.ToArray())
        {
            if (piece.Start > line.End || piece.End <= line.Start || !LayerSearch.TryDecode(content, piece, scratch.Text))
            {
                continue;
            }

            var text = scratch.Text;
            var at = new LineReader(content, SegmentOrigin.Start).Locate(text.SourceStart, text.SourceEnd);
            DroppedIn(scanner, tracer, text.Bytes, binary, (at.Line, at.Column), [.. text.Steps.Select(EncodingNames.Of)], scratch.Inner, traced);
        }
    }

    private static void DroppedIn(
        Scanner scanner, MatchTracer tracer, ReadOnlySpan<byte> content, bool binary, (int Line, int Column) at, string[] steps, ScanScratch scratch, List<TracedHit> traced)
    {
        foreach (var hit in tracer.Trace(content, binary, 0, content.Length, scratch))
        {
            foreach (var match in hit.Matches)
            {
                var detector = scanner.Detectors[match.Detector];
                if (Refiner.Refine(content, match, detector, out var gate) is { } candidate)
                {
                    gate = LayerSearch.IsStandIn(candidate) ? Gate.Placeholder : Gate.Passed;
                }

                if (gate != Gate.Passed)
                {
                    traced.Add(new TracedHit(detector, Refiner.Decode(content[hit.KeywordStart..hit.KeywordEnd]), at.Line, at.Column, gate)
                    {
                        Dropped = new Secret(Refiner.Decode(match.Secret(content)), detector.Pattern.PublicPrefix),
                        Decoded = steps,
                    });
                }
            }
        }

        if (scratch.Depth >= LayerSearch.MostDepth)
        {
            return;
        }

        scratch.Start(scanner.Detectors.Count);
        LayerSearch.FindPieces(content, 0, binary, null, scratch);
        foreach (var piece in scratch.Pieces.ToArray())
        {
            if (LayerSearch.TryDecode(content, piece, scratch.Text))
            {
                DroppedIn(scanner, tracer, scratch.Text.Bytes, binary, at, [.. steps, .. scratch.Text.Steps.Select(EncodingNames.Of)], scratch.Inner, traced);
            }
        }
    }
}
