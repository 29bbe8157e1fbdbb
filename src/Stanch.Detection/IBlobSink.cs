using Stanch.Detection.Deltas;

namespace Stanch.Detection;

/// <summary>What a source pushes blobs into. Safe to call from many threads at once.</summary>
public interface IBlobSink
{
    /// <summary>Takes a blob whose place is known: it is searched and judged at once.</summary>
    void Accept(Blob blob);

    /// <summary>Takes content too large to hold, whose place is known. It is read to its end, in segments that overlap.</summary>
    void AcceptStream(Stream content, Provenance provenance);

    /// <summary>
    /// Searches a blob that may stand at many places: the first of the two steps. Call it once a blob id.
    /// </summary>
    /// <returns>
    /// One identity for each secret found: the same secret by the same detector has the same identity in every blob of the
    /// scan (a second occurrence in one blob has another). Empty, and free of allocation, when nothing was found.
    /// </returns>
    IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content);

    /// <summary>The same for a blob that is kept as a delta, or that others are deltas on: where its base's trace is known, only what is new in it need be searched.</summary>
    /// <param name="trace">To be handed in with the blobs that are made from this one; null where it would not help.</param>
    IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content, BlobOrigin origin, out BlobTrace? trace)
    {
        trace = null;
        return Find(blobId, content);
    }

    /// <summary>The same for content too large to hold.</summary>
    IReadOnlyList<int> FindStream(string blobId, Stream content);

    /// <summary>Judges one secret of a blob that was searched, at one of its places: the second step. Call it once for each place to report.</summary>
    void Judge(string blobId, int identity, Provenance place);

    /// <summary>Says that something was not read, and why. Nothing is skipped in silence.</summary>
    void NotRead(CoverageGap gap);

    /// <summary>Says what the user should know of the target as a whole: history was not read, a clone is shallow.</summary>
    void Remark(string text);
}
