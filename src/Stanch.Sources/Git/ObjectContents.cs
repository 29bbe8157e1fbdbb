using System.Collections.Concurrent;

namespace Stanch.Sources.Git;

/// <summary>Turns a few objects into values, where they are needed again after the search: commits to be shown.</summary>
internal sealed class ObjectContents<T>(Func<ObjectId, ReadOnlySpan<byte>, T> read) : IObjectConsumer
{
    private readonly ConcurrentDictionary<ObjectId, T> _values = new();

    public IReadOnlyDictionary<ObjectId, T> Values => _values;

    public static IReadOnlyDictionary<ObjectId, T> Read(IObjectReader reader, IEnumerable<ObjectId> ids, Func<ObjectId, ReadOnlySpan<byte>, T> read, CancellationToken cancellation)
    {
        var contents = new ObjectContents<T>(read);
        using var queue = ObjectQueue.Of(ids);
        reader.Read(queue, 1, contents, cancellation);
        return contents.Values;
    }

    public void Take(ObjectHeader header, ReadOnlySpan<byte> content) => _values[header.Id] = read(header.Id, content);

    public void TakeLarge(ObjectHeader header, Stream content) { }

    public void NotRead(ObjectId id, GapKind why, string detail) { }
}
