using System.Collections.Concurrent;

namespace Stanch.Sources.Git;

/// <summary>Takes what kinds a few objects are of, and nothing else of them.</summary>
internal sealed class ObjectKindsOnly : IObjectConsumer
{
    private readonly ConcurrentDictionary<ObjectId, ObjectKind> _kinds = new();

    /// <summary>Unknown for an object that cannot be read; absent ones are left out.</summary>
    public IReadOnlyDictionary<ObjectId, ObjectKind> Kinds => _kinds;

    public void Take(ObjectHeader header, ReadOnlySpan<byte> content) => _kinds[header.Id] = header.Kind;

    public void TakeLarge(ObjectHeader header, Stream content) => _kinds[header.Id] = header.Kind;

    public void NotRead(ObjectId id, GapKind why, string detail)
    {
        if (why != GapKind.Absent) _kinds[id] = ObjectKind.Unknown;
    }
}
