using System.Collections.Concurrent;
using Stanch.Detection.Deltas;

namespace Stanch.Detection.Scanning;

/// <summary>One scan: takes blobs from a source on any number of threads, keeps what was found and what was not read.</summary>
/// <param name="scanner">The engine.</param>
/// <param name="cancellation">Stops streams between segments.</param>
public sealed class ScanSession(Scanner scanner, CancellationToken cancellation = default) : IBlobSink
{
    private readonly ConcurrentBag<ScanScratch> _scratches = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<(int Identity, Candidate Candidate)>> _candidates = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Detector, string Secret, int Occurrence), int> _identities = [];
    private readonly List<Finding> _findings = [];
    private readonly List<CoverageGap> _gaps = [];
    private readonly List<string> _remarks = [];
    private readonly Lock _lock = new();
    private long _blobs;
    private long _bytes;
    private int _found;

    /// <summary>How far the scan is; may be read from any thread.</summary>
    public ScanProgress Progress => new(Interlocked.Read(ref _blobs), Interlocked.Read(ref _bytes), Volatile.Read(ref _found));

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

    public void AcceptStream(Stream content, Provenance provenance) =>
        ReadStream(content, provenance.Path, candidates => candidates.ForEach(candidate => Add(candidate, provenance)));

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content)
    {
        Count(1, content.Length);
        var scratch = Rent();
        var candidates = scanner.Find(content, SegmentOrigin.Start, scratch);
        _scratches.Add(scratch);
        return Identify(blobId, candidates);
    }

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, BlobOrigin origin, out BlobTrace? trace)
    {
        Count(1, content.Length);
        var scratch = Rent();
        var candidates = scanner.Find(content, origin, scratch, out trace);
        _scratches.Add(scratch);
        return Identify(blobId, candidates);
    }

    public IReadOnlyList<int> FindStream(string blobId, Stream content)
    {
        IReadOnlyList<int> identities = [];
        ReadStream(content, blobId, candidates => identities = Identify(blobId, candidates));
        return identities;
    }

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
            return ScanPairs.Tell(
            [
                .. _findings
                    .OrderBy(finding => finding.Provenance.Path, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Location.Line)
                    .ThenBy(finding => finding.Location.Column)
                    .ThenBy(finding => finding.Detector.Id, StringComparer.Ordinal)
                    .DistinctBy(finding => (finding.Detector.Id, finding.Secret.Reveal(), finding.Provenance.Path, finding.Location.Line)),
            ]);
        }
    }

    /// <summary>What was read and what was not, so far.</summary>
    public Coverage Coverage()
    {
        lock (_lock)
        {
            return new Coverage(_blobs, _bytes, [.. _gaps.OrderBy(gap => gap.Path, StringComparer.Ordinal).ThenBy(gap => gap.Kind)], [.. _remarks]);
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

    private void Count(long blobs, long bytes)
    {
        Interlocked.Add(ref _blobs, blobs);
        Interlocked.Add(ref _bytes, bytes);
    }

    // What was found counts even when the stream breaks off: the source says that it did.
    private void ReadStream(Stream content, string name, Action<List<Candidate>> found)
    {
        Count(1, 0);
        var scratch = Rent();
        var stream = new StreamScanner(scanner, content, scratch, SegmentSizes.Default);
        try
        {
            if (!stream.Read(bytes => Count(0, bytes), cancellation))
            {
                NotRead(new CoverageGap(name, GapKind.Interrupted, "stopped before its end"));
            }
        }
        finally
        {
            _scratches.Add(scratch);
            found(stream.Found);
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

    private IReadOnlyList<int> Identify(string blobId, List<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return [];
        }

        var identified = new List<(int Identity, Candidate)>(candidates.Count);
        var occurrences = new Dictionary<(string, string), int>();
        lock (_identities)
        {
            foreach (var candidate in candidates)
            {
                var key = (candidate.Detector.Id, candidate.Secret.Reveal());
                var occurrence = occurrences.GetValueOrDefault(key);
                occurrences[key] = occurrence + 1;
                var full = (key.Id, key.Item2, occurrence);
                if (!_identities.TryGetValue(full, out var identity))
                {
                    identity = _identities.Count;
                    _identities.Add(full, identity);
                }

                identified.Add((identity, candidate));
            }
        }

        _candidates[blobId] = identified;
        return [.. identified.Select(pair => pair.Identity)];
    }
}
