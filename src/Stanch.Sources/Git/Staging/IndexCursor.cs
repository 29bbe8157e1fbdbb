using System.Buffers.Binary;
using Stanch.Sources.Git.Trees;

namespace Stanch.Sources.Git.Staging;

/// <summary>Goes through the entries of an index from the first to the last.</summary>
internal sealed class IndexCursor(IndexFile index)
{
    /// <summary>Before the mode stand the times, the device and the inode.</summary>
    private const int ModeAt = 24;

    private const int IdAt = 40;
    private const int ExtendedFlag = 0x4000;
    private const int NameMask = 0xfff;
    private const int StageShift = 12;
    private const int IntentToAddFlag = 0x2000;
    private const int Alignment = 8;
    private const int LongestPath = 1 << 20;

    private readonly int _flagsAt = IdAt + index.IdLength;
    private byte[] _shared = new byte[1024];
    private int _pathAt;
    private int _pathLength;
    private int _entry;
    private int _read;
    private int _flags;
    private int _moreFlags;

    /// <summary>Where the entry behind this one starts.</summary>
    public int Next { get; private set; } = IndexFile.HeaderLength;

    /// <summary>Behind the last entry.</summary>
    public bool IsAtEnd { get; private set; }

    public ReadOnlySpan<byte> Path => SharesPaths ? _shared.AsSpan(0, _pathLength) : index.Bytes.Slice(_pathAt, _pathLength);

    public EntryMode Mode => EntryModes.Of(BinaryPrimitives.ReadUInt32BigEndian(index.Bytes[(_entry + ModeAt)..]));

    public ObjectId Id => ObjectId.FromBytes(index.Bytes.Slice(_entry + IdAt, index.IdLength));

    /// <summary>0, or one of the three sides of a conflict.</summary>
    public int Stage => (_flags >> StageShift) & 3;

    /// <summary>A path that is only announced: nothing is staged for it.</summary>
    public bool IsIntentToAdd => (_moreFlags & IntentToAddFlag) != 0;

    /// <summary>True where a path is written as what differs from the one before.</summary>
    private bool SharesPaths => index.Version == 4;

    /// <summary>Goes to the next entry, or behind the last; false where it is damaged, or does not come behind the one before.</summary>
    public bool TryMoveNext()
    {
        if (_read < index.Count) return TryPass(inOrder: true);
        IsAtEnd = true;
        return true;
    }

    /// <summary>Passes over entries; false where there are fewer, or one is damaged.</summary>
    public bool TrySkip(int count)
    {
        for (; count > 0; count--) if (_read == index.Count || !TryPass(inOrder: false)) return false;
        return true;
    }

    private bool TryPass(bool inOrder)
    {
        var bytes = index.Bytes;
        var path = Next + _flagsAt + sizeof(ushort);
        if (path + sizeof(ushort) > bytes.Length) return false;
        var stage = Stage;
        _entry = Next;
        _flags = BinaryPrimitives.ReadUInt16BigEndian(bytes[(path - sizeof(ushort))..]);
        _moreFlags = 0;
        if ((_flags & ExtendedFlag) != 0)
        {
            if (index.Version < 3) return false;
            _moreFlags = BinaryPrimitives.ReadUInt16BigEndian(bytes[path..]);
            path += sizeof(ushort);
        }
        var isFirst = _read++ == 0;
        return (SharesPaths ? TryPassSuffix(bytes, path, out var order) : TryPassPath(bytes, path, inOrder, out order))
            && (!inOrder || isFirst || order < 0 || (order == 0 && stage < Stage));
    }

    /// <param name="order">How the path before compares with this one, where that is wanted.</param>
    private bool TryPassPath(ReadOnlySpan<byte> bytes, int path, bool isOrderWanted, out int order)
    {
        order = 0;
        var length = _flags & NameMask;
        if (length == NameMask) length = bytes[path..].IndexOf((byte)0);
        var next = _entry + ((path - _entry + length + Alignment) & -Alignment);
        if (length <= 0 || next > bytes.Length || bytes[path + length] != 0) return false;
        if (isOrderWanted) order = Path.SequenceCompareTo(bytes.Slice(path, length));
        (_pathAt, _pathLength, Next) = (path, length, next);
        return true;
    }

    /// <param name="order">How the path before compares with this one.</param>
    private bool TryPassSuffix(ReadOnlySpan<byte> bytes, int at, out int order)
    {
        order = 0;
        if (!TryReadNumber(bytes, ref at, out var dropped) || dropped > _pathLength) return false;
        var length = bytes[at..].IndexOf((byte)0);
        var kept = _pathLength - dropped;
        if (length < 0 || kept + length is 0 or > LongestPath) return false;
        var suffix = bytes.Slice(at, length);
        order = _shared.AsSpan(kept, dropped).SequenceCompareTo(suffix);
        if (kept + length > _shared.Length) Array.Resize(ref _shared, (kept + length) * 2);
        suffix.CopyTo(_shared.AsSpan(kept));
        (_pathLength, Next) = (kept + length, at + length + 1);
        return true;
    }

    /// <summary>The number form of offset deltas: https://git-scm.com/docs/gitformat-pack#_pack_pack_files_have_the_following_format</summary>
    private static bool TryReadNumber(ReadOnlySpan<byte> bytes, ref int at, out int number)
    {
        number = 0;
        if (at >= bytes.Length) return false;
        var octet = bytes[at++];
        number = octet & 0x7f;
        while ((octet & 0x80) != 0)
        {
            if (at >= bytes.Length || number > LongestPath) return false;
            octet = bytes[at++];
            number = ((number + 1) << 7) | (octet & 0x7f);
        }
        return true;
    }
}
