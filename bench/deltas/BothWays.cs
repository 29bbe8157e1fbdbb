using System.Collections.Concurrent;
using System.Globalization;
using Stanch.Catalogue;
using Stanch.Detection.Deltas;
using Stanch.Detection.Scanning;

namespace Stanch.Bench.Deltas;

/// <summary>Searches each blob along its delta and whole, and compares all that the two searches know.</summary>
internal sealed class BothWays : IBlobSink
{
    private const int MostShown = 10;

    private readonly Scanner _scanner = new(BuiltInCatalogue.Detectors, BuiltInCatalogue.Keywords);
    private readonly ConcurrentBag<(ScanScratch Fast, ScanScratch Plain)> _scratches = [];
    private long _blobs;
    private long _bytes;
    private long _onBase;
    private long _whole;
    private long _searched;
    private long _bytesOnBase;
    private long _bytesWhole;
    private long _entries;
    private long _untraced;
    private long _differences;

    public long Differences => Interlocked.Read(ref _differences);

    public string Row(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {_blobs:N0} | {_bytes / 1e6:F0} | {_onBase:N0} | {Share(_whole, _onBase)} | {Share(_searched, _bytes)} | {Share(_bytesOnBase, _bytes)} | {Share(_bytesWhole, _bytes)} | {_entries * 1000.0 / _bytes:F1} | {Share(_untraced, _blobs)} | {_differences} |");

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, BlobOrigin origin, out BlobTrace? trace)
    {
        var scratches = _scratches.TryTake(out var known) ? known : (new ScanScratch(), new ScanScratch());
        var fast = CandidateText.Of(_scanner.Find(content, origin, scratches.Item1, out trace));
        var plain = CandidateText.Of(_scanner.Find(content, new BlobOrigin { IsBase = origin.IsBase }, scratches.Item2, out var plainTrace));
        Count(content.Length, origin, scratches.Item1.Searched, trace);
        if (!fast.SequenceEqual(plain) || !IsSame(trace, plainTrace))
        {
            Tell(blobId, fast, plain);
        }

        _scratches.Add(scratches);
        return [];
    }

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content) => [];

    public IReadOnlyList<int> FindStream(string blobId, Stream content) => [];

    public void Accept(Blob blob)
    {
    }

    public void AcceptStream(Stream content, Provenance provenance)
    {
    }

    public void Judge(string blobId, int identity, Provenance place)
    {
    }

    public void NotRead(CoverageGap gap)
    {
    }

    public void Remark(string text)
    {
    }

    private static string Share(long part, long whole) => whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:F1} %");

    private static bool IsSame(BlobTrace? fast, BlobTrace? plain) =>
        fast is null || plain is null
            ? fast is null && plain is null
            : fast.Length == plain.Length && fast.Hits.AsSpan().SequenceEqual(plain.Hits) && fast.Signs.AsSpan().SequenceEqual(plain.Signs) && fast.Runs.AsSpan().SequenceEqual(plain.Runs);

    private void Count(int length, BlobOrigin origin, int searched, BlobTrace? trace)
    {
        Interlocked.Increment(ref _blobs);
        Interlocked.Add(ref _bytes, length);
        Interlocked.Add(ref _searched, searched);
        Interlocked.Add(ref _onBase, origin.Base is null ? 0 : 1);
        Interlocked.Add(ref _whole, origin.Base is not null && searched == length ? 1 : 0);
        Interlocked.Add(ref _bytesOnBase, origin.Base is null ? 0 : length);
        Interlocked.Add(ref _bytesWhole, origin.Base is not null && searched == length ? length : 0);
        Interlocked.Add(ref _entries, trace is null ? 0 : trace.Hits.Length + trace.Signs.Length + trace.Runs.Length);
        Interlocked.Add(ref _untraced, origin.IsBase && trace is null ? 1 : 0);
    }

    // A secret's text is not shown: places say enough.
    private void Tell(string blobId, List<string> fast, List<string> plain)
    {
        if (Interlocked.Increment(ref _differences) <= MostShown)
        {
            Console.Error.WriteLine($"{blobId}: {fast.Except(plain).Count()} only along deltas, {plain.Except(fast).Count()} only whole, of {plain.Count}");
        }
    }
}
