using System.Collections.Concurrent;
using Stanch.Detection;
using Stanch.Detection.Deltas;
using Stanch.Detection.Scanning;

namespace Stanch.Sources.Tests.Git.Seen;

/// <summary>A session, and what a source had it search.</summary>
internal sealed class Watched(ScanSession session) : IRecallingSink
{
    public ScanSession Session => session;

    public ConcurrentBag<string> Searched { get; } = [];

    public ConcurrentBag<string> Recalled { get; } = [];

    public ConcurrentBag<string> Probed { get; } = [];

    public DetectionKey DetectionKey => session.DetectionKey;

    public void Accept(Blob blob) => session.Accept(blob);

    public void AcceptStream(Stream content, Provenance provenance) => session.AcceptStream(content, provenance);

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content) => Find(blobId, content, out _);

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, out int matched)
    {
        Searched.Add(blobId);
        return session.Find(blobId, content, out matched);
    }

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, BlobOrigin origin, out BlobTrace? trace, out int matched)
    {
        Searched.Add(blobId);
        return session.Find(blobId, content, origin, out trace, out matched);
    }

    public IReadOnlyList<int> FindStream(string blobId, Stream content) => FindStream(blobId, content, out _);

    public IReadOnlyList<int> FindStream(string blobId, Stream content, out int matched)
    {
        Searched.Add(blobId);
        return session.FindStream(blobId, content, out matched);
    }

    public IReadOnlyList<int> Recall(string blobId, ReadOnlySpan<byte> content)
    {
        Recalled.Add(blobId);
        return session.Recall(blobId, content);
    }

    public IReadOnlyList<int> RecallStream(string blobId, Stream content)
    {
        Recalled.Add(blobId);
        return session.RecallStream(blobId, content);
    }

    public void Count(long blobs, long bytes) => session.Count(blobs, bytes);

    public MatchedDetectors MatchedBy(int matched) => session.MatchedBy(matched);

    public void NameIdentities(ReadOnlySpan<byte> key) => session.NameIdentities(key);

    public UInt128 NameOf(int identity) => session.NameOf(identity);

    public int IdentityOf(UInt128 name) => session.IdentityOf(name);

    public IDetectorProbe Probe(IReadOnlySet<string> detectorIds)
    {
        foreach (var id in detectorIds) Probed.Add(id);
        return session.Probe(detectorIds);
    }

    public void Judge(string blobId, int identity, Provenance place) => session.Judge(blobId, identity, place);

    public void NotRead(CoverageGap gap) => session.NotRead(gap);

    public void Remark(string text) => session.Remark(text);
}
