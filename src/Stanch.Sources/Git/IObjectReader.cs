namespace Stanch.Sources.Git;

/// <summary>
/// Reads the objects of a repository: the seam at which git's plumbing can give way to a reader of packs of our own. Objects come in storage
/// order where the caller lets them, so that a chain of deltas is unfolded once.
/// </summary>
internal interface IObjectReader
{
    /// <summary>Every object that the store holds, alternates included, in storage order. Kind Unknown: it is there, but damaged.</summary>
    /// <returns>Whether the list is whole, and what was said of the store on the way.</returns>
    (bool IsWhole, string Errors) List(Action<ObjectId, ObjectKind> each, CancellationToken cancellation);

    /// <summary>Reads the queued objects on up to so many threads, until the queue is complete and empty.</summary>
    /// <returns>False where the reading was stopped from outside before it was done.</returns>
    bool Read(ObjectQueue queue, int jobs, IObjectConsumer consumer, CancellationToken cancellation);
}
