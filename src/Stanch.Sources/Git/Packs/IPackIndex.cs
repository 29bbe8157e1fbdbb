namespace Stanch.Sources.Git.Packs;

/// <summary>Which objects a pack holds, and where.</summary>
internal interface IPackIndex
{
    int Count { get; }

    /// <summary>The object at a place in the index, whose order is that of the ids.</summary>
    ObjectId IdAt(int position);

    /// <summary>Where the object starts in the pack. Not to be trusted: it may lie outside.</summary>
    long OffsetAt(int position);

    /// <summary>The checksum of the object's bytes in the pack; null where the index has none.</summary>
    uint? ChecksumAt(int position);

    /// <summary>The place of an object; −1 where the pack does not hold it.</summary>
    int Find(ObjectId id);
}
