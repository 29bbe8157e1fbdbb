using System.Buffers;
using Stanch.Detection.Decoding;
using Stanch.Detection.Deltas;
using Stanch.Detection.Matching;

namespace Stanch.Detection.Scanning;

/// <summary>
/// The engine: bytes in, candidates out. Immutable, one for all threads; each thread brings a <see cref="ScanScratch"/>. This is the step
/// "find" of the design: it sees content only, never a path.
/// </summary>
public sealed class Scanner
{
    private static readonly List<Candidate> Nothing = [];
    private readonly MatchFinder _finder;
    private readonly LayerSearch _layers;
    private readonly Detector? _loneValues;
    private readonly int _loneValueNumber;
    private readonly KeywordAutomaton? _prepared;

    /// <param name="detectors">The active ones.</param>
    /// <param name="prepared">A table made at build time; keywords that it lacks get one made now. Null makes one for all. A <see cref="DetectorTable"/> brings its own.</param>
    /// <exception cref="ArgumentException">A keyword is empty or not ASCII.</exception>
    public Scanner(IReadOnlyList<Detector> detectors, KeywordAutomaton? prepared = null)
    {
        Detectors = detectors;
        _prepared = prepared;
        _finder = new MatchFinder(detectors, KeywordIndexes.Make(detectors, prepared));
        _layers = new LayerSearch(detectors, _finder);
        _loneValueNumber = NumberOf(LoneValue.DetectorId, detectors);
        _loneValues = _loneValueNumber < 0 ? null : detectors[_loneValueNumber];
    }

    public IReadOnlyList<Detector> Detectors { get; }

    /// <summary>Whether encoded text (base 64, escapes, …) is decoded and searched too.</summary>
    public bool Decodes { get; init; } = true;

    /// <summary>Names the program text that finds: another build of it has another name.</summary>
    internal string Engine => $"{typeof(Scanner).Module.ModuleVersionId:N}{(Decodes ? "" : "-plain")}";

    /// <summary>The same engine with some of its detectors.</summary>
    internal Scanner Only(IReadOnlySet<string> ids) => new([.. Detectors.Where(detector => ids.Contains(detector.Id))], _prepared) { Decodes = Decodes };

    /// <summary>Why something was found on a line, or was not: every keyword that has to do with it, and where its way through the pipeline ended.</summary>
    /// <param name="content">The whole blob.</param>
    /// <param name="line">1-based.</param>
    /// <param name="place">Where the blob is from.</param>
    public IReadOnlyList<TracedHit> Explain(ReadOnlySpan<byte> content, int line, Provenance place) => Explainer.Explain(this, new MatchTracer(_finder), content, line, place);

    /// <summary>Every candidate of one whole blob, settled, located, paired, in order of place; empty when there is none, and then not to be changed.</summary>
    internal List<Candidate> Find(ReadOnlySpan<byte> content, SegmentOrigin origin, ScanScratch scratch)
    {
        return Find(content, TextSniffer.Sniff(content), origin, scratch, null);
    }

    /// <summary>The same for a blob that was made from another, or that others are made from.</summary>
    /// <param name="trace">What it is good to know for those; null where they are to be searched whole.</param>
    internal List<Candidate> Find(ReadOnlySpan<byte> content, BlobOrigin from, ScanScratch scratch, out BlobTrace? trace)
    {
        var kind = TextSniffer.Sniff(content);
        var plan = kind == TextKind.Bytes && from.Base is { } known && known.Owner == this && scratch.Plan.TryMake(content, known, from.Copies, _finder.LongestKeyword) ? scratch.Plan : null;
        scratch.Searched = plan?.Searched ?? content.Length;
        scratch.StartTrace(from.IsBase && kind == TextKind.Bytes);
        var candidates = Find(content, kind, SegmentOrigin.Start, scratch, plan);
        trace = scratch.Trace?.ToTrace(this, content.Length);
        scratch.StartTrace(isWanted: false);
        return candidates;
    }

    private List<Candidate> Find(ReadOnlySpan<byte> content, TextKind kind, SegmentOrigin origin, ScanScratch scratch, DeltaPlan? plan)
    {
        var candidates = kind is TextKind.Bytes or TextKind.Binary ? FindInBytes(content, origin, kind == TextKind.Binary, scratch, plan) : FindInWide(content, origin, kind, scratch);
        if (candidates.Count == 0 && kind == TextKind.Bytes && _loneValues is not null && LoneValue.Find(content, _loneValues) is { } lone && !_finder.BeginsFormat(content[lone.Start..lone.End], LoneValue.LeastPrefix, scratch))
        {
            candidates = [lone];
            scratch.Matched.Add(_loneValueNumber);
            Locate(content, origin, candidates, Redaction.Of([(lone.Start, lone.End)], candidates));
        }

        Pairing.Pair(candidates);
        return candidates;
    }

    /// <summary>The same, not yet paired, for bytes that are searched as they are; also for a segment of a larger blob.</summary>
    internal List<Candidate> FindInBytes(ReadOnlySpan<byte> content, SegmentOrigin origin, bool binary, ScanScratch scratch, DeltaPlan? plan = null)
    {
        if (_layers.Search(content, origin.Offset, binary, Decodes ? LayerSearch.MostDepth : 0, scratch, plan) is not { } candidates)
        {
            return Nothing;
        }

        var spans = candidates.Select(candidate => (candidate.Start, candidate.End)).ToArray();
        Settlement.Settle(candidates);
        Locate(content, origin, candidates, Redaction.Of(spans, candidates));
        if (binary)
        {
            candidates.ForEach(static candidate => candidate.AddReason(Reason.Binary));
        }

        return candidates;
    }

    private List<Candidate> FindInWide(ReadOnlySpan<byte> content, SegmentOrigin origin, TextKind kind, ScanScratch scratch)
    {
        var mark = TextSniffer.MarkLength(content, kind);
        var wide = content[mark..];
        Span<int> end = [wide.Length - wide.Length % Transcoder.UnitBytes(kind)];
        var utf8 = Transcoder.ToUtf8(wide, end, kind);
        try
        {
            var text = utf8.AsSpan(0, end[0]);
            var candidates = FindInBytes(text, origin, binary: false, scratch);
            Transcoder.ToOriginal(candidates, text, kind, mark);
            return candidates;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    private static int NumberOf(string id, IReadOnlyList<Detector> detectors) =>
        detectors is DetectorTable table ? table.NumberOf(id) : Enumerable.Range(0, detectors.Count).FirstOrDefault(i => detectors[i].Id == id, -1);

    private static void Locate(ReadOnlySpan<byte> content, SegmentOrigin origin, List<Candidate> candidates, List<Redaction> redactions)
    {
        var lines = new LineReader(content, origin);
        var inner = new LineReader(content, origin);
        Candidate? outer = null, last = null;
        foreach (var candidate in candidates)
        {
            // A reader goes forward only: those within another have one of their own.
            var isWithin = outer is not null && candidate.Start < outer.End;
            candidate.Location = last is not null && last.Start == candidate.Start && last.End == candidate.End ? last.Location
                : isWithin ? inner.Locate(candidate.Start, candidate.End)
                : lines.Locate(candidate.Start, candidate.End);
            last = candidate;
            outer = isWithin ? outer : candidate;
        }

        var secrets = SnippetBuilder.SecretsOf(candidates);
        foreach (var candidate in candidates)
        {
            candidate.Snippet = SnippetBuilder.Build(content, candidate, redactions, secrets);
        }
    }
}
