using System.Collections.Concurrent;

namespace Stanch.Sources.Git.Packs;

/// <summary>Reads every wanted object of a store once: packs along their deltas, then single files, then packs that came meanwhile.</summary>
/// <param name="known">Objects that need not be read; null where none is known.</param>
internal sealed class StoreWalk(ObjectStore store, Func<ObjectId, ObjectKind, bool> wants, IKnownObjects? known, int jobs, IObjectConsumer consumer) : IDisposable
{
    /// <summary>Roots are taken in small lots, so that threads end together.</summary>
    private const int RootsALot = 16;

    private const int FilesALot = 64;

    /// <summary>A repository that is packed anew more often during one scan is not followed any further.</summary>
    private const int MostRefreshes = 8;

    /// <summary>With more packs than these, a set says that no earlier pack holds an object; with fewer, they are searched.</summary>
    private const int FewPacks = 2;

    private readonly ObjectUnpacker[] _unpackers = [.. Enumerable.Range(0, jobs).Select(_ => new ObjectUnpacker(store))];

    /// <summary>Of a pack with fewer unknown objects than one in so many, those are read one by one: finding out which is a delta on which takes longer.</summary>
    private const int FewUnknown = 16;

    /// <summary>First words of the ids that packs gave; null where there are few packs, or some that are not read. It may say yes wrongly, never no.</summary>
    private readonly HashSet<ulong>? _given = store.Packs.Count > FewPacks && known?.IsEmpty != false ? [] : null;

    private readonly ConcurrentQueue<ObjectId> _vanished = new();
    private ObjectId[] _files = [];
    private HashSet<ObjectId>? _givenFiles;
    private int _packsRead;

    /// <summary>Objects that are too large to be unfolded here.</summary>
    public ConcurrentQueue<ObjectId> Left { get; } = new();

    public void Run(CancellationToken cancellation)
    {
        known?.Open(store.Packs);
        ReadPacks(cancellation);
        ReadLoose(cancellation);
        for (var i = 0; i < MostRefreshes && store.Refresh(); i++)
        {
            _givenFiles ??= [.. _files.Except(_vanished)];
            ReadPacks(cancellation);
        }
        foreach (var id in _vanished) if (!store.IsPacked(id)) StoredObject.Absent.Deliver(id, consumer, Left.Enqueue);
        known?.Close(store.Packs);
    }

    public void Dispose()
    {
        foreach (var unpacker in _unpackers) unpacker.Dispose();
    }

    private void ReadPacks(CancellationToken cancellation)
    {
        for (; _packsRead < store.Packs.Count && !cancellation.IsCancellationRequested; _packsRead++) ReadPack(_packsRead, cancellation);
    }

    private void ReadPack(int number, CancellationToken cancellation)
    {
        if (known is { IsEmpty: false } && TryReadUnknown(number, known, cancellation)) return;
        var forest = PackForest.Of(store.Packs[number], jobs, (id, kind) => known?.Knows(id) != true && wants(id, kind) && IsNew(number, id));
        var shared = new SharedBranches(jobs);
        var next = 0;
        Lanes.Run(jobs, lane =>
        {
            try
            {
                var walk = new PackWalk(forest, shared, _unpackers[lane], consumer, Left.Enqueue);
                for (int from; (from = Interlocked.Add(ref next, RootsALot) - RootsALot) < forest.Roots.Count;)
                {
                    for (var i = from; i < Math.Min(from + RootsALot, forest.Roots.Count) && !cancellation.IsCancellationRequested; i++) walk.Run(forest.Roots[i], cancellation);
                }
                while (shared.TryTake(out var branch)) walk.Run(branch, cancellation);
            }
            catch
            {
                shared.Leave();
                throw;
            }
        });
    }

    /// <summary>Meets what is known of a pack and reads the rest, where that is little; false where it is much.</summary>
    private bool TryReadUnknown(int number, IKnownObjects known, CancellationToken cancellation)
    {
        var pack = store.Packs[number];
        if (known.KnowsAll(pack)) return true;
        var unknown = new List<ObjectId>();
        for (var i = 0; i < pack.Index.Count; i++)
        {
            var id = pack.Index.IdAt(i);
            if (!known.Knows(id)) unknown.Add(id);
            else if (IsNew(number, id)) known.Meet(id);
        }
        if (unknown.Count > pack.Index.Count / FewUnknown) return false;
        foreach (var id in unknown.Where(id => IsNew(number, id)))
        {
            if (cancellation.IsCancellationRequested) break;
            var stored = _unpackers[0].Read(id);
            if (stored.IsRead ? wants(id, stored.Kind) : wants(id, ObjectKind.Unknown)) stored.Deliver(id, consumer, Left.Enqueue);
        }
        return true;
    }

    private void ReadLoose(CancellationToken cancellation)
    {
        _files = [.. store.Loose.SelectMany(loose => loose.List()).Where(id => !IsInPackBefore(_packsRead, id)).Distinct()];
        var next = 0;
        Lanes.Run(jobs, lane =>
        {
            for (int from; (from = Interlocked.Add(ref next, FilesALot) - FilesALot) < _files.Length;)
            {
                for (var i = from; i < Math.Min(from + FilesALot, _files.Length) && !cancellation.IsCancellationRequested; i++) ReadLoose(_files[i], _unpackers[lane]);
            }
        });
    }

    private void ReadLoose(ObjectId id, ObjectUnpacker unpacker)
    {
        if (known?.Knows(id) == true)
        {
            known.Meet(id);
            return;
        }
        if (!wants(id, unpacker.KindOfLoose(id))) return;
        var stored = unpacker.Read(id);
        if (stored.Gap == GapKind.Absent) _vanished.Enqueue(id);
        else stored.Deliver(id, consumer, Left.Enqueue);
    }

    private bool IsNew(int number, ObjectId id) =>
        _givenFiles?.Contains(id) != true && (_given?.Add(id.A) == true || !IsSearchedInPackBefore(number, id));

    private bool IsInPackBefore(int number, ObjectId id) => _given?.Contains(id.A) != false && IsSearchedInPackBefore(number, id);

    private bool IsSearchedInPackBefore(int number, ObjectId id)
    {
        for (var i = 0; i < number; i++) if (store.Packs[i].Index.Find(id) >= 0) return true;
        return false;
    }
}
