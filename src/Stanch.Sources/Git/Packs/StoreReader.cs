using System.Collections.Concurrent;

namespace Stanch.Sources.Git.Packs;

/// <summary>
/// Reads objects from the files of the store, in process. What it cannot unfold in bounded memory, large objects that are kept as deltas, it
/// leaves to another reader.
/// </summary>
internal sealed class StoreReader(ObjectStore store, IObjectReader others) : IObjectReader, IDisposable
{
    /// <summary>Roots are taken in small lots, so that threads end together.</summary>
    private const int RootsALot = 16;

    private const int FilesALot = 64;

    public bool Holds(ObjectId id) => store.Holds(id);

    public StoreReading ReadAll(Func<ObjectId, ObjectKind, bool> wants, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        var left = new ConcurrentQueue<ObjectId>();
        var unpackers = Enumerable.Range(0, jobs).Select(_ => new ObjectUnpacker(store)).ToArray();
        try
        {
            for (var i = 0; i < store.Packs.Count && !cancellation.IsCancellationRequested; i++) ReadPack(i, wants, unpackers, consumer, left.Enqueue, cancellation);
            ReadLoose(wants, unpackers, consumer, left.Enqueue, cancellation);
        }
        finally
        {
            foreach (var unpacker in unpackers) unpacker.Dispose();
        }
        return new StoreReading(ReadLarge(left, jobs, consumer, cancellation), store.Faults);
    }

    public bool Read(ObjectQueue queue, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        var left = new ConcurrentQueue<ObjectId>();
        Lanes.Run(jobs, _ =>
        {
            using var unpacker = new ObjectUnpacker(store);
            while (queue.Take(cancellation) is { } slice)
            {
                foreach (var id in slice)
                {
                    if (cancellation.IsCancellationRequested) return;
                    Deliver(id, unpacker.Read(id), consumer, left.Enqueue);
                }
            }
        });
        return ReadLarge(left, jobs, consumer, cancellation);
    }

    public void Dispose() => store.Dispose();

    private void ReadPack(
        int number, Func<ObjectId, ObjectKind, bool> wants, ObjectUnpacker[] unpackers, IObjectConsumer consumer, Action<ObjectId> leave, CancellationToken cancellation)
    {
        var forest = PackForest.Of(store.Packs[number], unpackers.Length, (id, kind) => !IsInPackBefore(number, id) && wants(id, kind));
        var next = 0;
        Lanes.Run(unpackers.Length, lane =>
        {
            var walk = new PackWalk(forest, unpackers[lane], consumer, leave);
            for (int from; (from = Interlocked.Add(ref next, RootsALot) - RootsALot) < forest.Roots.Count;)
            {
                for (var i = from; i < Math.Min(from + RootsALot, forest.Roots.Count) && !cancellation.IsCancellationRequested; i++) walk.Run(forest.Roots[i], cancellation);
            }
        });
    }

    private void ReadLoose(Func<ObjectId, ObjectKind, bool> wants, ObjectUnpacker[] unpackers, IObjectConsumer consumer, Action<ObjectId> leave, CancellationToken cancellation)
    {
        var ids = store.Loose.SelectMany(loose => loose.List()).Where(id => !IsInPackBefore(store.Packs.Count, id)).Distinct().ToArray();
        var next = 0;
        Lanes.Run(unpackers.Length, lane =>
        {
            for (int from; (from = Interlocked.Add(ref next, FilesALot) - FilesALot) < ids.Length;)
            {
                for (var i = from; i < Math.Min(from + FilesALot, ids.Length) && !cancellation.IsCancellationRequested; i++)
                {
                    if (wants(ids[i], unpackers[lane].KindOfLoose(ids[i]))) Deliver(ids[i], unpackers[lane].Read(ids[i]), consumer, leave);
                }
            }
        });
    }

    private bool IsInPackBefore(int number, ObjectId id)
    {
        for (var i = 0; i < number; i++) if (store.Packs[i].Index.Find(id) >= 0) return true;
        return false;
    }

    private static void Deliver(ObjectId id, StoredObject stored, IObjectConsumer consumer, Action<ObjectId> leave)
    {
        if (stored.IsRead) consumer.Take(new ObjectHeader(id, stored.Kind, stored.Bytes.Length), stored.Bytes);
        else if (stored.Gap == GapKind.Limit) leave(id);
        else consumer.NotRead(id, stored.Gap!.Value, stored.Why);
    }

    /// <summary>Streams what is kept whole, one at a time; returns false where the other reader was stopped.</summary>
    private bool ReadLarge(ConcurrentQueue<ObjectId> ids, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        var deltas = new List<ObjectId>();
        using var unpacker = new ObjectUnpacker(store);
        foreach (var id in ids)
        {
            if (cancellation.IsCancellationRequested) return true;
            using var content = unpacker.OpenLarge(id);
            if (content is null)
            {
                deltas.Add(id);
                continue;
            }
            consumer.TakeLarge(content.Header, content);
            content.Drain();
            if (content.IsDamaged) consumer.NotRead(id, GapKind.Corrupt, EntryUnpacker.DamagedData);
        }
        if (deltas.Count == 0) return true;
        using var queue = ObjectQueue.Of(deltas);
        return others.Read(queue, jobs, consumer, cancellation);
    }
}
