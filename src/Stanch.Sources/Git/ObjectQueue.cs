using System.Collections.Concurrent;

namespace Stanch.Sources.Git;

/// <summary>Ids on their way to the readers, in slices: neighbours stay together, and a bounded queue keeps the memory in flight small.</summary>
internal sealed class ObjectQueue : IDisposable
{
    /// <summary>Small enough that two readers end together, large enough to keep a chain of deltas in one place.</summary>
    private const int SliceLength = 512;

    private const int SlicesInFlight = 64;

    private readonly BlockingCollection<ObjectId[]> _slices;
    private readonly List<ObjectId> _open = new(SliceLength);

    private ObjectQueue(BlockingCollection<ObjectId[]> slices) => _slices = slices;

    /// <summary>For ids that are listed while they are read: adding waits for the readers.</summary>
    public static ObjectQueue Bounded() => new(new BlockingCollection<ObjectId[]>(SlicesInFlight));

    /// <summary>For ids that are known.</summary>
    public static ObjectQueue Of(IEnumerable<ObjectId> ids)
    {
        var queue = new ObjectQueue([]);
        foreach (var id in ids) queue.Add(id, CancellationToken.None);
        queue.Complete(CancellationToken.None);
        return queue;
    }

    public void Add(ObjectId id, CancellationToken cancellation)
    {
        _open.Add(id);
        if (_open.Count == SliceLength) Close(cancellation);
    }

    /// <summary>Says that no more will come.</summary>
    public void Complete(CancellationToken cancellation)
    {
        if (_open.Count > 0 && !cancellation.IsCancellationRequested) Close(cancellation);
        _slices.CompleteAdding();
    }

    /// <summary>Waits for a slice; null when there will be no more, or when cancelled.</summary>
    public ObjectId[]? Take(CancellationToken cancellation)
    {
        try
        {
            return _slices.TryTake(out var slice, Timeout.Infinite, cancellation) ? slice : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose() => _slices.Dispose();

    private void Close(CancellationToken cancellation)
    {
        try
        {
            _slices.Add([.. _open], cancellation);
        }
        catch (OperationCanceledException)
        {
            // Nobody reads any more.
        }
        _open.Clear();
    }
}
