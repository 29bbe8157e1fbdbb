using Stanch.Detection.Deltas;

namespace Stanch.Sources.Git;

/// <summary>Takes objects as they are read. Called from several threads at once; spans do not outlive the call.</summary>
internal interface IObjectConsumer
{
    void Take(ObjectHeader header, ReadOnlySpan<byte> content);

    /// <summary>Takes an object whose base was taken before, or on which others are deltas.</summary>
    /// <returns>What is to be handed in with those.</returns>
    BlobTrace? Take(ObjectHeader header, ReadOnlySpan<byte> content, BlobOrigin origin)
    {
        Take(header, content);
        return null;
    }

    /// <summary>Takes an object that is too large to hold; need not be read to its end.</summary>
    void TakeLarge(ObjectHeader header, Stream content);

    void NotRead(ObjectId id, GapKind why, string detail);
}
