using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git;

/// <summary>
/// Reads the objects of a repository: the seam between the scans and the way the bytes are come by. What the store lacks is said, never
/// fetched.
/// </summary>
internal interface IObjectReader : IDisposable
{
    /// <summary>Reads every wanted object of the store once, alternates included, on up to so many threads, in storage order.</summary>
    /// <param name="wants">Asked for each object, on any thread. Kind Unknown: it is there, but damaged.</param>
    /// <param name="known">Objects that need not be read; they are not asked for. Null where none is known.</param>
    StoreReading ReadAll(Func<ObjectId, ObjectKind, bool> wants, IKnownObjects? known, int jobs, IObjectConsumer consumer, CancellationToken cancellation);

    /// <summary>Reads the queued objects on up to so many threads, until the queue is complete and empty.</summary>
    /// <returns>False where the reading was stopped from outside before it was done.</returns>
    bool Read(ObjectQueue queue, int jobs, IObjectConsumer consumer, CancellationToken cancellation);

    /// <summary>Whether the store holds an object, be it damaged.</summary>
    bool Holds(ObjectId id);
}
