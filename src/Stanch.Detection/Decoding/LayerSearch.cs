using Stanch.Detection.Deltas;
using Stanch.Detection.Filters;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Decoding;

/// <summary>
/// Searches a text and, where the gate says that it can pay, what is encoded in it, layer by layer. What is found in a layer keeps the place of the
/// encoded piece.
/// </summary>
internal sealed class LayerSearch(IReadOnlyList<Detector> detectors, MatchFinder finder)
{
    /// <summary>How many times text is decoded. A Helm release is base 64 of base 64 of gzip of JSON that holds a manifest whose values are base 64.</summary>
    public const int MostDepth = 4;

    // Of a piece this much may be decoded through all layers: what is nested usually shrinks.
    private const long LeastBudget = 64 << 10;
    private const int BudgetRatio = 8;

    private const int MostUnescaped = 512 << 10;
    private const int MostShortValue = 32;

    /// <summary>The candidates of a text and of the layers in it, not yet settled; null when there is none.</summary>
    /// <param name="offset">Bytes before it in its blob.</param>
    /// <param name="depth">How many times what is in it may be decoded.</param>
    /// <param name="plan">Which parts a base is known for; null where all is to be searched.</param>
    public List<Candidate>? Search(ReadOnlySpan<byte> content, long offset, bool binary, int depth, ScanScratch scratch, DeltaPlan? plan = null)
    {
        if (plan is null)
        {
            finder.Find(content, binary, scratch);
        }
        else
        {
            finder.Find(content, plan, scratch);
        }

        var candidates = scratch.Matches.Count == 0 ? null : Refine(content, scratch);
        if (depth > 0)
        {
            FindPieces(content, offset, binary, candidates, scratch, plan);
            if (scratch.Pieces.Count > 0)
            {
                SearchPieces(content, binary, depth, scratch, ref candidates);
            }
        }

        return candidates is { Count: > 0 } ? candidates : null;
    }

    /// <summary>What may be encoded in a text that was just searched, in <see cref="ScanScratch.Pieces"/>.</summary>
    public static void FindPieces(ReadOnlySpan<byte> content, long offset, bool binary, List<Candidate>? candidates, ScanScratch scratch, DeltaPlan? plan = null)
    {
        if (plan is null)
        {
            var windows = new EscapeWindows { Signs = scratch.Trace?.Signs };
            EncodingGate.Sweep(content, offset, scratch.Pieces, ref windows);
        }
        else
        {
            SweepChanges(content, plan, scratch);
        }

        scratch.Trace?.AddRuns(scratch.Pieces);
        if (binary)
        {
            scratch.Pieces.RemoveAll(static piece => piece.Encoding is not (TextEncoding.Base64 or TextEncoding.Hex));
            return;
        }

        // What was put together once is whole.
        if (scratch.Within is TextEncoding.Concatenation or TextEncoding.QuotedPrintable)
        {
            scratch.Pieces.RemoveAll(static piece => piece.Encoding is TextEncoding.Concatenation or TextEncoding.QuotedPrintable);
        }

        // Text in text escapes its line breaks: a manifest in the JSON of a Helm release.
        if (scratch.Depth > 0 && content.IndexOf("\\n"u8) >= 0)
        {
            var end = Math.Min(content.Length, MostUnescaped);
            scratch.Pieces.Add(new EncodedPiece(TextEncoding.Escapes, 0, end, 0, end));
        }

        var known = scratch.Pieces.Count;
        AddShortValues(content, candidates, scratch.Pieces);
        scratch.Matched.DependsOnAll |= scratch.Pieces.Count > known;
    }

    // What the gate would come by: windows lie on a grid of the blob, so they are made anew of the signs.
    private static void SweepChanges(ReadOnlySpan<byte> content, DeltaPlan plan, ScanScratch scratch)
    {
        var signs = scratch.Trace?.Signs ?? scratch.Signs;
        signs.Clear();
        var notes = new EscapeWindows { Signs = signs, OnlyNotes = true };
        foreach (var span in plan.Signs)
        {
            if (span.IsKept)
            {
                KeepSigns(span, plan.Base.Signs, signs);
                KeepRuns(span, plan.Base.Runs, scratch.Pieces);
            }
            else
            {
                EncodingGate.Sweep(content, span.From, span.To, scratch.Pieces, ref notes);
            }
        }

        var windows = new EscapeWindows();
        windows.Start(0);
        foreach (var sign in signs)
        {
            windows.Add(content, sign.At, sign.Encoding, scratch.Pieces);
        }

        windows.Finish(content, scratch.Pieces);
    }

    private static void KeepSigns(DeltaSpan span, ReadOnlySpan<EscapeSign> known, List<EscapeSign> signs)
    {
        foreach (var sign in known[FirstPlace.In(known, span.From + span.Shift)..FirstPlace.In(known, span.To + span.Shift)])
        {
            signs.Add(sign with { At = sign.At - span.Shift });
        }
    }

    private static void KeepRuns(DeltaSpan span, ReadOnlySpan<EncodedPiece> known, List<EncodedPiece> pieces)
    {
        foreach (var run in known[FirstPlace.In(known, span.From + span.Shift)..FirstPlace.In(known, span.To + span.Shift)])
        {
            var (start, end) = (run.Start - span.Shift, run.End - span.Shift);
            pieces.Add(new EncodedPiece(run.Encoding, start, end, start, end));
        }
    }

    /// <summary>Decodes a piece.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, EncodedPiece piece, DecodedText text) =>
        piece.Encoding is TextEncoding.Base64 or TextEncoding.Hex ? BlockDecoder.TryDecode(content, piece, text) : EscapeDecoder.TryDecode(content, piece, text);

    private List<Candidate> Refine(ReadOnlySpan<byte> content, ScanScratch scratch)
    {
        var candidates = new List<Candidate>();
        List<FoundMatch>? standIns = null;
        foreach (var match in scratch.Matches)
        {
            var detector = detectors[match.Detector];
            if (Refiner.Refine(content, match, detector) is { } candidate)
            {
                candidates.Add(candidate);
            }
            else if (detector.Context == DetectorContext.Inside)
            {
                (standIns ??= []).Add(match);
            }
        }

        StandIns.Remove(candidates, standIns);
        return candidates;
    }

    // A short value is not worth a gate of its own; one that a name calls secret is tried.
    private static void AddShortValues(ReadOnlySpan<byte> content, List<Candidate>? candidates, List<EncodedPiece> pieces)
    {
        if (candidates is null)
        {
            return;
        }

        Span<byte> decoded = stackalloc byte[MostShortValue];
        foreach (var candidate in candidates)
        {
            if (candidate.Detector.IsGeneric && candidate.End - candidate.Start < MostShortValue && DecodedValue.IsShortBase64(content[candidate.Start..candidate.End], decoded, out _))
            {
                var end = candidate.Start + content[candidate.Start..candidate.End].TrimEnd((byte)'=').Length;
                pieces.Add(new EncodedPiece(TextEncoding.Base64, candidate.Start, end, candidate.Start, end));
            }
        }
    }

    private void SearchPieces(ReadOnlySpan<byte> content, bool binary, int depth, ScanScratch scratch, ref List<Candidate>? candidates)
    {
        scratch.Pieces.Sort(EncodedPiece.ByPlace);
        var known = candidates;
        var clear = candidates?.Count ?? 0;
        HashSet<(Detector, int, int)>? places = null;
        var covered = 0;
        var number = 0;
        foreach (var piece in scratch.Pieces)
        {
            var isBlock = piece.Encoding is TextEncoding.Base64 or TextEncoding.Hex;
            if (isBlock && piece.Start < covered)
            {
                continue;
            }

            if (scratch.Depth == 0)
            {
                scratch.Budget = LeastBudget + (long)BudgetRatio * (piece.End - piece.Start);
            }

            var text = scratch.Text;
            var isDecoded = TryDecode(content, piece, text);
            covered = isBlock ? text.RunEnd : covered;
            if (!isDecoded || !TrySpend(scratch, text))
            {
                continue;
            }

            scratch.Inner.Within = piece.Encoding;
            var found = Search(text.Bytes, 0, binary || TextSniffer.Sniff(text.Bytes) == TextKind.Binary, depth - 1, scratch.Inner);
            ReturnBudget(scratch, text);
            if (found is null)
            {
                if (isBlock && clear > 0 && IsNoSecret(text))
                {
                    clear -= RemoveEncoded(known!, text.SourceStart, text.SourceEnd);
                }

                continue;
            }

            Settlement.Settle(found);
            places ??= PlacesOf(known);
            number++;
            foreach (var candidate in found)
            {
                if (TryPlace(candidate, text, number, places))
                {
                    (candidates ??= []).Add(candidate);
                }
            }
        }
    }

    // What gzip became is bounded by itself, and has a budget of its own.
    private static bool TrySpend(ScanScratch scratch, DecodedText text)
    {
        if (text.IsInflated)
        {
            scratch.Inner.Budget = LeastBudget + (long)text.Length * BudgetRatio;
            return true;
        }

        scratch.Budget -= text.Length;
        scratch.Inner.Budget = scratch.Budget;
        return scratch.Budget >= 0;
    }

    private static void ReturnBudget(ScanScratch scratch, DecodedText text) => scratch.Budget = text.IsInflated ? scratch.Budget : scratch.Inner.Budget;

    private static bool IsNoSecret(DecodedText text) =>
        text.WordLength > 0 ? DecodedValue.IsNoSecret(text.Word) : RunGate.IsPrintable(text.Bytes[..Math.Min(text.Length, MostShortValue)]);

    // A method of its own: a closure would be made for every piece.
    private static int RemoveEncoded(List<Candidate> candidates, int start, int end) =>
        candidates.RemoveAll(candidate => candidate.Detector.IsGeneric && candidate.Decoded.Count == 0 && candidate.Start >= start && candidate.End <= end);

    private static HashSet<(Detector, int, int)> PlacesOf(List<Candidate>? candidates) =>
        [.. (candidates ?? []).Select(candidate => (candidate.Detector, candidate.Start, candidate.End))];

    // Gives a candidate of the decoded text its place in this one; false for what this one shows already, what belongs to the next window, and stand-ins.
    private static bool TryPlace(Candidate candidate, DecodedText text, int number, HashSet<(Detector, int, int)> places)
    {
        if (candidate.End <= text.PrefixLength || IsStandIn(candidate))
        {
            return false;
        }

        var (start, end) = text.Place(candidate.Start, candidate.End);
        if (start < text.Owned.From || start >= text.Owned.To || (!text.IsBlock && places.Contains((candidate.Detector, start, end))))
        {
            return false;
        }

        (candidate.Start, candidate.End, candidate.Piece, candidate.IsFromBlock) = (start, end, number, candidate.IsFromBlock || text.IsBlock);
        List<string> steps = [.. text.Steps.Select(EncodingNames.Of)];
        candidate.Decoded = [.. steps, .. candidate.Decoded];
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            candidate.AddReason(EncodingNames.ReasonOf(steps[i]));
        }

        return true;
    }

    /// <summary>True when what was decoded is itself a stand-in: encoding it makes it no secret.</summary>
    public static bool IsStandIn(Candidate candidate)
    {
        if (candidate.Reasons.Contains(Reason.DocumentationExample))
        {
            return true;
        }

        var value = System.Text.Encoding.UTF8.GetBytes(candidate.Secret.Reveal());
        return candidate.Detector.IsGeneric ? DecodedValue.IsStandIn(value) : candidate.Evidence == Evidence.Review && Placeholders.IsMadeUp(value);
    }
}
