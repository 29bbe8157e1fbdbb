using System.Collections.Concurrent;
using Stanch.Detection.Deltas;

namespace Stanch.Detection.Scanning;

/// <summary>One scan: takes blobs from a source on any number of threads, keeps what was found and what was not read.</summary>
/// <param name="scanner">The engine.</param>
/// <param name="cancellation">Stops streams between segments.</param>
public sealed class ScanSession(Scanner scanner, CancellationToken cancellation = default) : IRecallingSink
{
    private readonly ConcurrentBag<ScanScratch> _scratches = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<(int Identity, Candidate Candidate)>> _candidates = new(StringComparer.Ordinal);
    private readonly IdentityTable _identities = new();
    private readonly MatchedSets _matched = new(scanner.Detectors);
    private readonly List<Finding> _findings = [];
    private readonly List<CoverageGap> _gaps = [];
    private readonly List<string> _remarks = [];
    private readonly Lock _lock = new();
    private long _blobs;
    private long _bytes;
    private int _found;

    /// <summary>How far the scan is; may be read from any thread.</summary>
    public ScanProgress Progress => new(Interlocked.Read(ref _blobs), Interlocked.Read(ref _bytes), Volatile.Read(ref _found));

    /// <summary>A hash of the active detectors where one is known; null makes one of their definitions.</summary>
    public string? Catalogue { get; init; }

    public DetectionKey DetectionKey => field ??= new DetectionKey(
        scanner.Engine, Catalogue ?? string.Join(' ', scanner.Detectors.Select(DetectorPrint.Of)),
        () => scanner.Detectors.ToDictionary(detector => detector.Id, DetectorPrint.Of, StringComparer.Ordinal));

    public void Accept(Blob blob)
    {
        Count(1, blob.Content.Length);
        var scratch = Rent();
        var candidates = scanner.Find(blob.Content, SegmentOrigin.AtLine(blob.FirstLine), scratch);
        _scratches.Add(scratch);
        foreach (var candidate in candidates)
        {
            if (IsNew(candidate.Location, blob.NewLines))
            {
                Add(candidate, blob.Provenance);
            }
        }
    }

    public void AcceptStream(Stream content, Provenance provenance)
    {
        Count(1, 0);
        ReadStream(content, provenance.Path, bytes => Count(0, bytes), (candidates, _) => candidates.ForEach(candidate => Add(candidate, provenance)));
    }

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content) => Find(blobId, content, out _);

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, out int matched)
    {
        Count(1, content.Length);
        return Search(blobId, content, out matched);
    }

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, BlobOrigin origin, out BlobTrace? trace) => Find(blobId, content, origin, out trace, out _);

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, BlobOrigin origin, out BlobTrace? trace, out int matched)
    {
        Count(1, content.Length);
        var scratch = Rent();
        scratch.Matched.Clear();
        var candidates = scanner.Find(content, origin, scratch, out trace);
        matched = _matched.NumberOf(scratch.Matched);
        _scratches.Add(scratch);
        return Identify(blobId, candidates);
    }

    public IReadOnlyList<int> Recall(string blobId, ReadOnlySpan<byte> content) => Search(blobId, content, out _);

    public IReadOnlyList<int> FindStream(string blobId, Stream content) => FindStream(blobId, content, out _);

    public IReadOnlyList<int> FindStream(string blobId, Stream content, out int matched)
    {
        Count(1, 0);
        return SearchStream(blobId, content, bytes => Count(0, bytes), out matched);
    }

    public IReadOnlyList<int> RecallStream(string blobId, Stream content) => SearchStream(blobId, content, static _ => { }, out _);

    public void Count(long blobs, long bytes)
    {
        Interlocked.Add(ref _blobs, blobs);
        Interlocked.Add(ref _bytes, bytes);
    }

    public MatchedDetectors MatchedBy(int matched) => _matched[matched];

    public void NameIdentities(ReadOnlySpan<byte> key) => _identities.Use(key);

    public UInt128 NameOf(int identity) => _identities.NameOf(identity);

    public int IdentityOf(UInt128 name) => _identities.NumberOf(name);

    public IDetectorProbe Probe(IReadOnlySet<string> detectorIds) => new DetectorProbe(scanner.Only(detectorIds));

    public void Judge(string blobId, int identity, Provenance place)
    {
        foreach (var (known, candidate) in _candidates.GetValueOrDefault(blobId) ?? [])
        {
            if (known == identity)
            {
                Add(candidate, place);
            }
        }
    }

    public void NotRead(CoverageGap gap)
    {
        lock (_lock)
        {
            _gaps.Add(gap);
        }
    }

    public void Remark(string text)
    {
        lock (_lock)
        {
            if (!_remarks.Contains(text))
            {
                _remarks.Add(text);
            }
        }
    }

    /// <summary>Everything found so far, sorted, one finding for each secret, detector, path and line.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        lock (_lock)
        {
            // Sorting nothing still costs a start a tenth of a millisecond.
            return _findings.Count == 0 ? [] : ScanPairs.Tell(
            [
                .. _findings
                    .OrderBy(finding => finding.Provenance.Path, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Location.Line)
                    .ThenBy(finding => finding.Location.Column)
                    .ThenBy(finding => finding.Detector.Id, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Secret.Reveal(), StringComparer.Ordinal)
                    .DistinctBy(finding => (finding.Detector.Id, finding.Secret.Reveal(), finding.Provenance.Path, finding.Location.Line)),
            ]);
        }
    }

    /// <summary>What was read and what was not, so far.</summary>
    public Coverage Coverage()
    {
        lock (_lock)
        {
            return new Coverage(_blobs, _bytes, _gaps.Count == 0 ? [] : [.. _gaps.OrderBy(gap => gap.Path, StringComparer.Ordinal).ThenBy(gap => gap.Kind)], [.. _remarks]);
        }
    }

    private static bool IsNew(Location location, IReadOnlySet<int>? newLines)
    {
        if (newLines is null)
        {
            return true;
        }

        // Counted in 64 bits: a patch may claim any line up to the last that an int can hold.
        for (long line = location.Line; line <= location.EndLine; line++)
        {
            if (newLines.Contains((int)line))
            {
                return true;
            }
        }

        return false;
    }

    private ScanScratch Rent() => _scratches.TryTake(out var scratch) ? scratch : new ScanScratch();

    private int[] Search(string blobId, ReadOnlySpan<byte> content, out int matched)
    {
        var scratch = Rent();
        scratch.Matched.Clear();
        var candidates = scanner.Find(content, SegmentOrigin.Start, scratch);
        matched = _matched.NumberOf(scratch.Matched);
        _scratches.Add(scratch);
        return Identify(blobId, candidates);
    }

    private IReadOnlyList<int> SearchStream(string blobId, Stream content, Action<long> read, out int matched)
    {
        IReadOnlyList<int> identities = [];
        var number = 0;
        ReadStream(content, blobId, read, (candidates, scratch) => (identities, number) = (Identify(blobId, candidates), _matched.NumberOf(scratch.Matched)));
        matched = number;
        return identities;
    }

    // What was found counts even when the stream breaks off: the source says that it did.
    private void ReadStream(Stream content, string name, Action<long> read, Action<List<Candidate>, ScanScratch> found)
    {
        var scratch = Rent();
        scratch.Matched.Clear();
        var stream = new StreamScanner(scanner, content, scratch, SegmentSizes.Default);
        try
        {
            if (!stream.Read(read, cancellation))
            {
                NotRead(new CoverageGap(name, GapKind.Interrupted, "stopped before its end"));
            }
        }
        finally
        {
            found(stream.Found, scratch);
            _scratches.Add(scratch);
        }
    }

    private void Add(Candidate candidate, Provenance place)
    {
        if (Scanning.Judge.At(candidate, place) is { } finding)
        {
            lock (_lock)
            {
                _findings.Add(finding);
                _found++;
            }
        }
    }

    private int[] Identify(string blobId, List<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return [];
        }

        var identities = _identities.Of(candidates);
        _candidates[blobId] = [.. identities.Zip(candidates)];
        return identities;
    }
}
