using Stanch.Detection.Deltas;

namespace Stanch.Detection;

/// <summary>
/// A sink whose results a source may keep from one scan to the next. What was found is named by keyed hashes, so that what is kept holds no value;
/// where a value is needed again, the blob is read again and recalled.
/// </summary>
public interface IRecallingSink : IBlobSink
{
    /// <summary>What decides what is found in a blob.</summary>
    DetectionKey DetectionKey { get; }

    /// <summary>The same as <see cref="IBlobSink.Find(string, ReadOnlySpan{byte})"/>, and which detectors have anything to do with the result.</summary>
    /// <param name="matched">A number of this scan for <see cref="MatchedBy"/>; 0 where no pattern matched.</param>
    IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, out int matched);

    /// <summary>The same for a blob that is kept as a delta, or that others are deltas on.</summary>
    IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, BlobOrigin origin, out BlobTrace? trace, out int matched);

    /// <summary>The same for content too large to hold.</summary>
    IReadOnlyList<int> FindStream(string blobId, Stream content, out int matched);

    /// <summary>Searches a blob of which a former scan kept what was found, so that it can be judged; it is not counted.</summary>
    IReadOnlyList<int> Recall(string blobId, ReadOnlySpan<byte> content);

    /// <summary>The same for content too large to hold.</summary>
    IReadOnlyList<int> RecallStream(string blobId, Stream content);

    /// <summary>Counts blobs that a former scan searched.</summary>
    void Count(long blobs, long bytes);

    /// <summary>The detectors of which a pattern matched, be it that the match was dropped: only a change of these, or a match of a new one, changes what is found.</summary>
    MatchedDetectors MatchedBy(int matched);

    /// <summary>Names identities under a key.</summary>
    void NameIdentities(ReadOnlySpan<byte> key);

    /// <summary>The keyed hash of an identity: of its detector, its secret and which occurrence it is.</summary>
    UInt128 NameOf(int identity);

    /// <summary>The identity of that name in this scan, whether or not it was found yet.</summary>
    int IdentityOf(UInt128 name);

    /// <summary>Looks for some of the detectors only.</summary>
    IDetectorProbe Probe(IReadOnlySet<string> detectorIds);
}
