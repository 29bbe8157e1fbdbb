using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git;

/// <summary>Objects that need not be read, because a former scan did. Asked on any thread, but for the first and the last call.</summary>
internal interface IKnownObjects
{
    /// <summary>True where nothing is known.</summary>
    bool IsEmpty { get; }

    /// <summary>Told of the packs that are there, before anything else is asked.</summary>
    void Open(IReadOnlyList<PackFile> packs);

    /// <summary>True for a pack whose objects are all known and need not be met one by one.</summary>
    bool KnowsAll(PackFile pack);

    bool Knows(ObjectId id);

    /// <summary>Told of each known object that is there, once, unless it lies in a pack of <see cref="KnowsAll"/>.</summary>
    void Meet(ObjectId id);

    /// <summary>Told of the packs that are there when all was read.</summary>
    void Close(IReadOnlyList<PackFile> packs);
}
