using Stanch.Detection.Scanning;

namespace Stanch.Bench.Deltas;

/// <summary>All that a candidate knows, as text to compare.</summary>
internal static class CandidateText
{
    public static List<string> Of(List<Candidate> candidates) => candidates.ConvertAll(Of);

    private static string Of(Candidate c) => string.Join(
        '\u001f',
        [
            c.Detector.Id, c.Secret.Reveal(), $"{c.Start}-{c.End} {c.Evidence} {c.Assignment} {c.ReadsAsExpression} {c.IsKept} {c.IsWeighed} {c.IsConvincing}",
            $"{c.IsAlone} {c.Id} {c.Piece} {c.IsFromBlock} {c.IsNamedByPlace} {c.Location} {c.Snippet.FirstLine}", Convert.ToHexString(c.Features ?? []),
            .. c.Reasons, .. c.Decoded, .. c.Facts.Select(fact => $"{fact}"), .. c.Snippet.Redacted(), .. c.Snippet.Reveal(),
        ]);
}
