using System.Runtime.InteropServices;
using Stanch.Detection.Deltas;

namespace Stanch.Sources.Git.Packs;

/// <summary>
/// Walks trees of deltas, each object unfolded once: down first, and into the branch that leads to most last, when its base is no longer
/// needed; so not more objects are held at a time than the logarithm of the tree's size. Of one thread; others take over its largest branch when
/// they have nothing else to do.
/// </summary>
/// <param name="leave">Takes objects that are too large to be unfolded here.</param>
internal sealed class PackWalk(PackForest forest, SharedBranches shared, ObjectUnpacker unpacker, IObjectConsumer consumer, Action<ObjectId> leave)
{
    private const string DamagedBase = "what it is a delta on cannot be read";

    /// <summary>The deltas still to be walked, the largest branches first: those at the front are given away, those at the end are walked.</summary>
    private readonly List<OpenBranch> _open = [];
    private readonly List<int> _children = [];
    private readonly List<CopiedPart> _copies = [];

    /// <summary>How many of the open ones were given away.</summary>
    private int _given;

    public void Run(int root, CancellationToken cancellation)
    {
        Enter(root, ReadRoot(root), null);
        Walk(cancellation);
    }

    /// <summary>Takes over a branch that another walk left.</summary>
    public void Run(OpenBranch branch, CancellationToken cancellation)
    {
        _open.Add(branch);
        Walk(cancellation);
    }

    private void Walk(CancellationToken cancellation)
    {
        while (_open.Count > _given && !cancellation.IsCancellationRequested)
        {
            var (entry, from) = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (shared.IsWanting) Share();
            var content = Build(entry, from);
            var trace = from.Trace;
            from.Release(unpacker.Pool);
            Enter(entry, content, trace);
        }
        _open.Clear();
        _given = 0;
    }

    /// <summary>The largest branch is the first that was put off.</summary>
    private void Share()
    {
        if (_open.Count == _given || forest.Weight(_open[_given].Entry) < SharedBranches.LeastWeight) return;
        shared.Add(_open[_given]);
        _open[_given++] = default;
    }

    private void Enter(int entry, WalkedContent content, BlobTrace? from)
    {
        _children.Clear();
        forest.AddChildren(entry, _children);
        if (forest.IsWanted(entry)) Deliver(forest.IdOf(entry), content, from);
        foreach (var child in _children) _open.Add(new OpenBranch(child, content));
        content.KeepFor(_children.Count, unpacker.Pool);
    }

    private void Deliver(ObjectId id, WalkedContent content, BlobTrace? from)
    {
        if (content.Gap is null)
        {
            var origin = new BlobOrigin { Base = from, Copies = CollectionsMarshal.AsSpan(_copies), IsBase = _children.Count > 0 };
            content.Trace = consumer.Take(new ObjectHeader(id, content.Kind, content.Bytes.Length), content.Bytes, origin);
        }
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
        _copies.Clear();
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
        if (from.Trace is not null) Delta.ListCopies(instructions, _copies);
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
