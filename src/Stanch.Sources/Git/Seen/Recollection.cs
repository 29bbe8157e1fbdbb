using System.Collections.Concurrent;

namespace Stanch.Sources.Git.Seen;

/// <summary>Searches objects again of which a former scan kept what it found, and checks that it is the same.</summary>
internal sealed class Recollection(IRecallingSink sink, ObjectSearch search) : IObjectConsumer
{
    public ConcurrentQueue<(ObjectId Id, GapKind Why, string Detail)> Gaps { get; } = new();

    public void Take(ObjectHeader header, ReadOnlySpan<byte> content) =>
        Check(header.Id, sink.Recall(header.Id.ToString(), header.Kind == ObjectKind.Blob ? content : content[CommitObject.MessageStart(content)..]));

    public void TakeLarge(ObjectHeader header, Stream content) => Check(header.Id, sink.RecallStream(header.Id.ToString(), content));

    public void NotRead(ObjectId id, GapKind why, string detail) => Gaps.Enqueue((id, why, detail));

    private void Check(ObjectId id, IReadOnlyList<int> identities)
    {
        if (!identities.Order().SequenceEqual(search.Found[id].Order()))
            Gaps.Enqueue((id, GapKind.Corrupt, $"an earlier scan found other things in it: scan with --{GitOptions.NoCache}"));
    }
}
