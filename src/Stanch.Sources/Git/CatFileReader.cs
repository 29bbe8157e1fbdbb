using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git;

/// <summary>Reads objects through <c>git cat-file --batch</c>: one child and one thread for each job.</summary>
internal sealed class CatFileReader(GitRepository repository) : IObjectReader
{
    /// <summary>First words of the ids that the store holds; null until it was listed.</summary>
    private HashSet<ulong>? _held;

    public StoreReading ReadAll(Func<ObjectId, ObjectKind, bool> wants, IKnownObjects? known, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        if (known is null) return ReadAll(wants, jobs, consumer, cancellation);
        known.Open([]);
        var reading = ReadAll((id, kind) => !IsMet(known, id) && wants(id, kind), jobs, consumer, cancellation);
        known.Close([]);
        return reading;
    }

    private StoreReading ReadAll(Func<ObjectId, ObjectKind, bool> wants, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        using var queue = ObjectQueue.Bounded();
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        IReadOnlyList<StoreFault> faults = [];
        var lister = new Thread(() => faults = ListInto(queue, wants, consumer, stopped.Token)) { IsBackground = true, Name = "git objects" };
        lister.Start();
        var isFinished = false;
        try
        {
            isFinished = ReadQueue(queue, jobs, consumer, stopped.Token);
        }
        finally
        {
            // Readers that finished have seen the end of the list; of those that did not, nobody wants the rest.
            stopped.Cancel();
            lister.Join();
        }
        return new StoreReading(isFinished, isFinished ? faults : []);
    }

    public bool Read(ObjectQueue queue, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        if (!repository.IsPartial) return ReadQueue(queue, jobs, consumer, cancellation);
        // There git ends at the first object that is absent, so the store is asked first what it holds.
        using var held = ObjectQueue.Of(Held(queue, consumer, cancellation));
        return ReadQueue(held, jobs, consumer, cancellation);
    }

    public bool Holds(ObjectId id)
    {
        if (_held is null) List((_, _) => { }, CancellationToken.None);
        return _held!.Contains(id.A);
    }

    public void Dispose()
    {
        // Its processes end with the calls that start them.
    }

    private static bool IsMet(IKnownObjects known, ObjectId id)
    {
        if (!known.Knows(id)) return false;
        known.Meet(id);
        return true;
    }

    private bool ReadQueue(ObjectQueue queue, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
    {
        var lanes = Enumerable.Range(0, jobs).Select(_ => new CatFileLane(repository.Git, queue, consumer)).ToArray();
        var finished = new bool[jobs];
        Lanes.Run(jobs, lane => finished[lane] = lanes[lane].Run(cancellation));
        return finished.All(done => done);
    }

    private IEnumerable<ObjectId> Held(ObjectQueue queue, IObjectConsumer consumer, CancellationToken cancellation)
    {
        while (queue.Take(cancellation) is { } slice)
        {
            foreach (var id in slice)
            {
                if (Holds(id)) yield return id;
                else consumer.NotRead(id, GapKind.Absent, "the repository does not hold this object");
            }
        }
    }

    private IReadOnlyList<StoreFault> ListInto(ObjectQueue queue, Func<ObjectId, ObjectKind, bool> wants, IObjectConsumer consumer, CancellationToken cancellation)
    {
        try
        {
            var (isWhole, errors) = List((id, kind) => Offer(id, kind), cancellation);
            return [.. Faults(isWhole, errors)];
        }
        finally
        {
            queue.Complete(cancellation);
        }

        void Offer(ObjectId id, ObjectKind kind)
        {
            if (!wants(id, kind)) return;
            if (kind == ObjectKind.Unknown) consumer.NotRead(id, GapKind.Corrupt, "git cannot read this object");
            else queue.Add(id, cancellation);
        }
    }

    private (bool IsWhole, string Errors) List(Action<ObjectId, ObjectKind> each, CancellationToken cancellation)
    {
        var held = new HashSet<ulong>();
        using var process = repository.Git.Start(cancellation, "cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname) %(objecttype)");
        process.Feed(_ => { });
        using var output = new PipeBuffer(process.Output);
        while (output.TryReadTo((byte)'\n', out var line))
        {
            var space = line.IndexOf((byte)' ');
            if (space <= 0 || !ObjectId.TryParse(line[..space], out var id)) continue;
            held.Add(id.A);
            each(id, ObjectKinds.Parse(line[(space + 1)..]));
        }
        _held = held;
        return (process.WaitForExit() == 0, process.Errors);
    }

    /// <summary>Errors about packs and their indexes; those about single objects are reported with the objects.</summary>
    private static IEnumerable<StoreFault> Faults(bool isWhole, string errors)
    {
        if (!isWhole) yield return new StoreFault(GapKind.Corrupt, $"listing the objects broke off, so some were not read: {errors}");
        foreach (var error in errors.Split('\n').Where(line => line.Contains("pack", StringComparison.Ordinal) && !line.Contains("unpack", StringComparison.Ordinal)))
            yield return new StoreFault(GapKind.Corrupt, error);
    }
}
