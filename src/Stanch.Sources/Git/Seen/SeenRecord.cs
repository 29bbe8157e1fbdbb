namespace Stanch.Sources.Git.Seen;

/// <summary>What is kept of a repository from one scan to the next, but for the table of its objects. Places and keyed names, never a value.</summary>
internal sealed class SeenRecord
{
    public string Engine { get; set; } = "";

    /// <summary>The detectors as a whole, and each one's definition by id.</summary>
    public string Detectors { get; set; } = "";

    public IReadOnlyDictionary<string, ulong> Prints { get; set; } = new Dictionary<string, ulong>();

    /// <summary>Packs whose objects are all in the table, and what a scan counts for those objects together.</summary>
    public IReadOnlyList<string> Packs { get; set; } = [];

    public (long Blobs, long Bytes) InPacks { get; set; }

    /// <summary>Sets of detectors that the table names by number, from 1.</summary>
    public List<MatchedDetectors> Matched { get; init; } = [];

    /// <summary>Keyed hashes of what was found, by number.</summary>
    public List<UInt128> Names { get; init; } = [];

    /// <summary>What was found in an object, as numbers of <see cref="Names"/>.</summary>
    public Dictionary<ObjectId, int[]> Found { get; init; } = [];

    public HashSet<ObjectId> Pointers { get; init; } = [];

    public Dictionary<ObjectId, (ObjectId Id, ObjectKind Kind)> Tags { get; init; } = [];

    public Dictionary<ObjectId, CommitLinks> Commits { get; init; } = [];

    /// <summary>What commits changed, as far as it matters.</summary>
    public Dictionary<ObjectId, CommitChanges> Changes { get; init; } = [];

    /// <summary>The paths that <see cref="Changes"/> name by number.</summary>
    public List<byte[]> Paths { get; init; } = [];

    /// <summary>Bytes of the objects that are larger than the table can say.</summary>
    public Dictionary<ObjectId, long> Large { get; init; } = [];
}
