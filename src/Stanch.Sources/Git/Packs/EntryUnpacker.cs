namespace Stanch.Sources.Git.Packs;

/// <summary>Unfolds entries of packs, and says whether they are what the index knows. Of one thread.</summary>
internal sealed class EntryUnpacker(Inflater inflater, NameCheck names)
{
    private byte[] _delta = [];

    /// <summary>Why entries could not be made out, in words for a report.</summary>
    public const string DamagedData = "its compressed data is damaged";
    public const string DamagedDelta = "its delta does not fit its base";
    public const string WrongName = "its content is not what its name says";

    /// <summary>Unfolds the data of an entry that is no delta, or the delta itself.</summary>
    /// <param name="checksum">What the index says of the entry's bytes; null where it says nothing.</param>
    /// <param name="isProven">True where the entry's bytes are those that the index was made for.</param>
    public bool TryInflate(PackFile pack, long offset, PackEntry entry, Span<byte> destination, uint? checksum, out bool isProven)
    {
        isProven = false;
        if (!inflater.TryInflate(pack.Data(entry), destination, out var used)) return false;
        isProven = checksum is { } expected && used >= 0 && NativeInflater.Checksum(pack.Raw(offset, entry, used)) == expected;
        return true;
    }

    /// <summary>Unfolds a delta and leaves its instructions, good until the next call; null where it is damaged.</summary>
    /// <param name="size">Bytes of the object that it makes; may be anything.</param>
    public bool TryReadDelta(PackFile pack, long offset, PackEntry entry, int baseLength, uint? checksum, out ReadOnlySpan<byte> instructions, out long size, out bool isProven)
    {
        instructions = [];
        size = 0;
        if (_delta.Length < entry.Size) _delta = GC.AllocateUninitializedArray<byte>((int)Math.Min(ObjectLimits.LargestHeld, entry.Size * 2));
        var delta = _delta.AsSpan(0, (int)entry.Size);
        if (!TryInflate(pack, offset, entry, delta, checksum, out isProven)) return false;
        instructions = delta;
        return Delta.TryReadSizes(ref instructions, out var baseSize, out size) && baseSize == baseLength;
    }

    public bool IsNamed(ObjectId id, ObjectKind kind, ReadOnlySpan<byte> content) => names.Matches(id, kind, content);
}
