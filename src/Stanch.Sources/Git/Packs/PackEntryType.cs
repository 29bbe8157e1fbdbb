namespace Stanch.Sources.Git.Packs;

/// <summary>How an entry of a pack holds its object: the numbers are the format's.</summary>
internal enum PackEntryType
{
    Commit = 1,
    Tree = 2,
    Blob = 3,
    Tag = 4,
    OffsetDelta = 6,
    ReferenceDelta = 7,
}
