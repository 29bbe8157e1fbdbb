using System.Collections.Concurrent;

namespace Stanch.Sources.Git.Packs;

/// <summary>
/// Reads objects from the files of the store, in process. What it cannot unfold in bounded memory, large objects that are kept as deltas, it
/// leaves to another reader.
/// </summary>
internal sealed class StoreReader(ObjectStore store, IObjectReader others) : IObjectReader
{
    public bool Holds(ObjectId id) => store.Holds(id);

    public StoreReading ReadAll(Func<ObjectId, ObjectKind, bool> wants, IKnownObjects? known, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        using var walk = new StoreWalk(store, wants, known, jobs, consumer);
        walk.Run(cancellation);
        return new StoreReading(ReadLarge(walk.Left, jobs, consumer, cancellation), store.Faults);
    }

    public bool Read(ObjectQueue queue, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        var left = new ConcurrentQueue<ObjectId>();
        var absent = new ConcurrentQueue<ObjectId>();
        Lanes.Run(jobs, _ =>
        {
            using var unpacker = new ObjectUnpacker(store);
            while (queue.Take(cancellation) is { } slice)
            {
                foreach (var id in slice)
                {
                    if (cancellation.IsCancellationRequested) return;
                    var stored = unpacker.Read(id);
                    if (stored.Gap == GapKind.Absent) absent.Enqueue(id);
                    else stored.Deliver(id, consumer, left.Enqueue);
                }
            }
        });
        if (!absent.IsEmpty) ReadAgain(absent, consumer, left.Enqueue, cancellation);
        return ReadLarge(left, jobs, consumer, cancellation);
    }

    public void Dispose()
    {
        store.Dispose();
        others.Dispose();
    }

    /// <summary>git may have moved them into a pack between two looks.</summary>
    private void ReadAgain(ConcurrentQueue<ObjectId> absent, IObjectConsumer consumer, Action<ObjectId> leave, CancellationToken cancellation)
    {
        store.Refresh();
        using var unpacker = new ObjectUnpacker(store);
        foreach (var id in absent)
        {
            if (cancellation.IsCancellationRequested) return;
            unpacker.Read(id).Deliver(id, consumer, leave);
        }
    }

    /// <summary>Streams what is kept whole, one at a time; returns false where the other reader was stopped.</summary>
    private bool ReadLarge(ConcurrentQueue<ObjectId> ids, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        var deltas = new List<ObjectId>();
        foreach (var id in ids)
        {
            if (cancellation.IsCancellationRequested) return true;
            if (!TryStream(id, consumer, out var isDamaged)) deltas.Add(id);
            else if (isDamaged) consumer.NotRead(id, GapKind.Corrupt, EntryUnpacker.DamagedData);
        }
        if (deltas.Count == 0) return true;
        using var queue = ObjectQueue.Of(deltas);
        return others.Read(queue, jobs, consumer, cancellation);
    }

    /// <summary>Streams copies until one is whole; false where none is kept whole.</summary>
    private bool TryStream(ObjectId id, IObjectConsumer consumer, out bool isDamaged)
    {
        isDamaged = false;
        foreach (var copy in LargeObject.CopiesOf(id, store))
        {
            using var content = copy;
            consumer.TakeLarge(content.Header, content);
            content.Drain();
            isDamaged = content.IsDamaged;
            if (!isDamaged) return true;
        }
        return isDamaged;
    }
}
