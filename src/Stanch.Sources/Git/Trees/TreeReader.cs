using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git.Trees;

/// <summary>Reads trees out of the store; those read lately are at hand, which neighbouring commits share. Of one thread.</summary>
/// <param name="others">Reads what is too large to be unfolded here.</param>
internal sealed class TreeReader(ObjectStore store, IObjectReader others) : IDisposable
{
    /// <summary>A tree of this size has some 2 million entries in one folder (bytes).</summary>
    private const int LargestTree = 64 << 20;

    /// <summary>A chain of versions of one folder, which is what neighbouring commits need, is far smaller.</summary>
    private const int CacheBytes = 512 << 10;

    private readonly ObjectUnpacker _unpacker = new(store, CacheBytes);

    public int IdLength => store.IdLength;

    /// <summary>The bytes of a tree, none for the empty one; null where it cannot be read.</summary>
    public byte[]? Read(ObjectId id, out string why)
    {
        why = "";
        if (EmptyTree.Is(id)) return [];
        var stored = Find(id);
        if (stored.Gap == GapKind.Limit) return ReadLarge(id, out why);
        if (stored.IsRead && stored.Kind == ObjectKind.Tree) return stored.Bytes;
        why = $"tree {id}: {(stored.IsRead ? "it is no tree" : stored.Why)}";
        return null;
    }

    /// <summary>The tree of a commit; null where the commit cannot be read.</summary>
    public ObjectId? TreeOf(ObjectId commit) =>
        Find(commit) is { IsRead: true, Kind: ObjectKind.Commit } stored && CommitObject.TryParseLinks(commit, stored.Bytes, out var links) ? links.Tree : null;

    public void Dispose() => _unpacker.Dispose();

    private StoredObject Find(ObjectId id)
    {
        var stored = _unpacker.Read(id);
        return stored.Gap == GapKind.Absent && store.Refresh() ? _unpacker.Read(id) : stored;
    }

    private byte[]? ReadLarge(ObjectId id, out string why)
    {
        var large = new LargeTree();
        using var queue = ObjectQueue.Of([id]);
        others.Read(queue, 1, large, CancellationToken.None);
        why = large.Bytes is null ? $"tree {id}: {large.Why}" : "";
        return large.Bytes;
    }

    private sealed class LargeTree : IObjectConsumer
    {
        public byte[]? Bytes { get; private set; }

        public string Why { get; private set; } = "it is no tree";

        public void Take(ObjectHeader header, ReadOnlySpan<byte> content) => Bytes = header.Kind == ObjectKind.Tree ? content.ToArray() : null;

        public void TakeLarge(ObjectHeader header, Stream content)
        {
            if (header.Kind != ObjectKind.Tree) return;
            if (header.Length > LargestTree)
            {
                Why = "it is too large to be read";
                return;
            }
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            if (copy.Length == header.Length) Bytes = copy.ToArray();
        }

        public void NotRead(ObjectId id, GapKind why, string detail)
        {
            Bytes = null;
            Why = detail;
        }
    }
}
