namespace Stanch.Sources.Git.Packs;

/// <summary>The start of an entry of a pack, before its compressed data. Format: https://git-scm.com/docs/gitformat-pack#_pack_pack_files_have_the_following_format</summary>
/// <param name="Size">Bytes of the object, or of the delta.</param>
/// <param name="DataOffset">Where the compressed data starts in the pack.</param>
/// <param name="BaseOffset">Where the delta's base starts; of an offset delta only.</param>
/// <param name="BaseId">The delta's base; of a reference delta only.</param>
internal readonly record struct PackEntry(PackEntryType Type, long Size, long DataOffset, long BaseOffset, ObjectId BaseId)
{
    private const int MostSizeBits = 60;

    public bool IsDelta => Type is PackEntryType.OffsetDelta or PackEntryType.ReferenceDelta;

    public ObjectKind Kind => Type switch
    {
        PackEntryType.Commit => ObjectKind.Commit,
        PackEntryType.Tree => ObjectKind.Tree,
        PackEntryType.Blob => ObjectKind.Blob,
        PackEntryType.Tag => ObjectKind.Tag,
        _ => ObjectKind.Unknown,
    };

    /// <summary>Reads an entry's start; false where no entry can start there.</summary>
    /// <param name="bytes">The pack from the entry on.</param>
    /// <param name="offset">Where that is in the pack.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, long offset, int idLength, out PackEntry entry)
    {
        entry = default;
        if (!TryReadSize(bytes, out var type, out var size, out var used)) return false;
        switch (type)
        {
            case PackEntryType.Commit or PackEntryType.Tree or PackEntryType.Blob or PackEntryType.Tag:
                entry = new PackEntry(type, size, offset + used, 0, default);
                return true;
            case PackEntryType.OffsetDelta:
                if (!TryReadDistance(bytes[used..], out var distance, out var more) || distance <= 0 || distance > offset) return false;
                entry = new PackEntry(type, size, offset + used + more, offset - distance, default);
                return true;
            case PackEntryType.ReferenceDelta:
                if (bytes.Length < used + idLength) return false;
                entry = new PackEntry(type, size, offset + used + idLength, 0, ObjectId.FromBytes(bytes.Slice(used, idLength)));
                return true;
            default:
                return false;
        }
    }

    private static bool TryReadSize(ReadOnlySpan<byte> bytes, out PackEntryType type, out long size, out int used)
    {
        (type, size, used) = (default, 0, 0);
        if (bytes.Length == 0) return false;
        var octet = bytes[used++];
        type = (PackEntryType)((octet >> 4) & 7);
        size = octet & 15;
        for (var shift = 4; (octet & 0x80) != 0; shift += 7)
        {
            if (used == bytes.Length || shift >= MostSizeBits) return false;
            octet = bytes[used++];
            size |= (long)(octet & 0x7f) << shift;
        }
        return size >= 0;
    }

    private static bool TryReadDistance(ReadOnlySpan<byte> bytes, out long distance, out int used)
    {
        (distance, used) = (0, 0);
        if (bytes.Length == 0) return false;
        var octet = bytes[used++];
        distance = octet & 0x7f;
        while ((octet & 0x80) != 0)
        {
            if (used == bytes.Length || distance > long.MaxValue >> 8) return false;
            octet = bytes[used++];
            distance = ((distance + 1) << 7) | (long)(octet & 0x7f);
        }
        return true;
    }
}
