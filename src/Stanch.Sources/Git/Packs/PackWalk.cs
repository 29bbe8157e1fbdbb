namespace Stanch.Sources.Git.Packs;

/// <summary>
/// Walks trees of deltas, each object unfolded once: down first, and into the branch that leads to most last, when its base is no longer
/// needed; so not more objects are held at a time than the logarithm of the tree's size. Of one thread.
/// </summary>
/// <param name="leave">Takes objects that are too large to be unfolded here.</param>
internal sealed class PackWalk(PackForest forest, ObjectUnpacker unpacker, IObjectConsumer consumer, Action<ObjectId> leave)
{
    private const string DamagedBase = "what it is a delta on cannot be read";

    private readonly Stack<(int Entry, WalkedContent Base)> _open = new();
    private readonly List<int> _children = [];

    public void Run(int root, CancellationToken cancellation)
    {
        Enter(root, ReadRoot(root));
        while (_open.TryPop(out var next))
        {
            if (cancellation.IsCancellationRequested)
            {
                _open.Clear();
                return;
            }
            var content = Build(next.Entry, next.Base);
            next.Base.Release(unpacker.Pool);
            Enter(next.Entry, content);
        }
    }

    private void Enter(int entry, WalkedContent content)
    {
        if (forest.IsWanted(entry)) Deliver(forest.IdOf(entry), content);
        _children.Clear();
        forest.AddChildren(entry, _children);
        foreach (var child in _children) _open.Push((child, content));
        content.KeepFor(_children.Count, unpacker.Pool);
    }

    private void Deliver(ObjectId id, WalkedContent content)
    {
        if (content.Gap is null) consumer.Take(new ObjectHeader(id, content.Kind, content.Bytes.Length), content.Bytes);
        else if (content.Gap == GapKind.Limit) leave(id);
        else consumer.NotRead(id, content.Gap.Value, content.Why);
    }

    private WalkedContent ReadRoot(int root)
    {
        // A root that is a delta has no base in this pack, or is part of a circle: the reader of single objects says what is wrong.
        if (forest.KindOf(root) == ObjectKind.Unknown || !forest.Pack.TryReadEntry(forest.OffsetOf(root), out var entry)) return new WalkedContent(unpacker.Read(forest.IdOf(root)));
        if (entry.Size > ObjectLimits.LargestHeld) return WalkedContent.TooLarge;
        var buffer = unpacker.Pool.Rent((int)entry.Size);
        var content = buffer.AsSpan(0, (int)entry.Size);
        if (!unpacker.Entries.TryInflate(forest.Pack, forest.OffsetOf(root), entry, content, forest.ChecksumOf(root), out var isProven)) return Replace(root, buffer, EntryUnpacker.DamagedData);
        if (!isProven && !unpacker.Entries.IsNamed(forest.IdOf(root), entry.Kind, content)) return Replace(root, buffer, EntryUnpacker.WrongName);
        return new WalkedContent(entry.Kind, buffer, content.Length);
    }

    private WalkedContent Build(int entry, WalkedContent from)
    {
        if (from.Gap == GapKind.Limit) return from;
        if (from.Gap is not null) return Replace(entry, [], DamagedBase);
        if (!forest.Pack.TryReadEntry(forest.OffsetOf(entry), out var delta)) return Replace(entry, [], EntryUnpacker.DamagedDelta);
        if (delta.Size > ObjectLimits.LargestHeld) return WalkedContent.TooLarge;
        if (!unpacker.Entries.TryReadDelta(forest.Pack, forest.OffsetOf(entry), delta, from.Bytes.Length, forest.ChecksumOf(entry), out var instructions, out var size, out var isProven))
            return Replace(entry, [], EntryUnpacker.DamagedDelta);
        if (size > ObjectLimits.LargestHeld) return WalkedContent.TooLarge;
        var buffer = unpacker.Pool.Rent((int)size);
        var content = buffer.AsSpan(0, (int)size);
        if (!Delta.TryApply(instructions, from.Bytes, content)) return Replace(entry, buffer, EntryUnpacker.DamagedDelta);
        if (!isProven && !unpacker.Entries.IsNamed(forest.IdOf(entry), from.Kind, content)) return Replace(entry, buffer, EntryUnpacker.WrongName);
        return new WalkedContent(from.Kind, buffer, content.Length);
    }

    /// <summary>Another copy of the object, where there is one that is whole.</summary>
    private WalkedContent Replace(int entry, byte[] buffer, string why)
    {
        unpacker.Pool.Return(buffer);
        var copy = unpacker.Read(forest.IdOf(entry), except: forest.Pack);
        return new WalkedContent(copy.Gap == GapKind.Absent ? StoredObject.Damaged(why) : copy);
    }
}
