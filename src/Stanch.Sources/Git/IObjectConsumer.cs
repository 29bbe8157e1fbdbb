namespace Stanch.Sources.Git;

/// <summary>Takes objects as they are read. Called from several threads at once; spans do not outlive the call.</summary>
internal interface IObjectConsumer
{
    void Take(ObjectHeader header, ReadOnlySpan<byte> content);

    /// <summary>Takes an object that is too large to hold; need not be read to its end.</summary>
    void TakeLarge(ObjectHeader header, Stream content);

    void NotRead(ObjectId id, GapKind why, string detail);
}
