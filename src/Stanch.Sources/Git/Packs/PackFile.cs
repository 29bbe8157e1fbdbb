using System.Buffers.Binary;

namespace Stanch.Sources.Git.Packs;

/// <summary>One pack and its index, both mapped.</summary>
internal sealed class PackFile : IDisposable
{
    private const uint Magic = 0x5041434b;
    private const int HeaderLength = 12;

    private readonly MappedFile _file;
    private readonly int _idLength;

    /// <summary>Places in the index by where the objects start; made at the first question.</summary>
    private Dictionary<long, int>? _positions;

    private PackFile(string path, MappedFile file, IPackIndex index, int idLength)
    {
        Path = path;
        _file = file;
        _idLength = idLength;
        Index = index;
    }

    public string Path { get; }

    public IPackIndex Index { get; }

    private long End => _file.Length - _idLength;

    /// <summary>Opens a pack; the index is the pack's own from then on.</summary>
    /// <exception cref="InvalidDataException">It does not start as a pack.</exception>
    /// <exception cref="NotSupportedException">A version that is not known here.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PackFile Open(string path, IPackIndex index, int idLength)
    {
        var file = MappedFile.Open(path, HeaderLength + idLength);
        var (magic, version) = (BinaryPrimitives.ReadUInt32BigEndian(file.Slice(0, HeaderLength)), BinaryPrimitives.ReadUInt32BigEndian(file.Slice(0, HeaderLength)[4..]));
        if (magic == Magic && version is 2 or 3) return new PackFile(path, file, index, idLength);
        file.Dispose();
        throw magic == Magic ? new NotSupportedException($"version {version} of a pack is not known") : new InvalidDataException("it does not start as one");
    }

    /// <summary>Reads the start of an entry; false where none can start there, or where it claims more than the pack can hold.</summary>
    public bool TryReadEntry(long offset, out PackEntry entry)
    {
        entry = default;
        return offset >= HeaderLength && offset < End && PackEntry.TryRead(_file.From(offset), offset, _idLength, out entry)
            && entry.DataOffset < End && entry.Size / ObjectLimits.MostInflation <= End - entry.DataOffset;
    }

    /// <summary>The object that starts at an offset; null where the index knows none. A slow way, for what is damaged.</summary>
    public ObjectId? IdAt(long offset)
    {
        var positions = _positions;
        if (positions is null)
        {
            positions = new Dictionary<long, int>(Index.Count);
            for (var i = 0; i < Index.Count; i++) positions[Index.OffsetAt(i)] = i;
            _positions = positions;
        }
        return positions.TryGetValue(offset, out var position) ? Index.IdAt(position) : null;
    }

    /// <summary>The compressed data of an entry, and what lies behind it.</summary>
    public ReadOnlySpan<byte> Data(PackEntry entry)
    {
        var rest = _file.From(entry.DataOffset);
        return rest[..(int)Math.Min(rest.Length, End - entry.DataOffset)];
    }

    public Stream OpenData(PackEntry entry) => _file.OpenStream(entry.DataOffset, End - entry.DataOffset);

    /// <summary>The bytes of an entry from its start to the end of its compressed data.</summary>
    public ReadOnlySpan<byte> Raw(long offset, PackEntry entry, int dataLength) => _file.From(offset)[..(int)(entry.DataOffset - offset + dataLength)];

    public void Dispose()
    {
        _file.Dispose();
        (Index as IDisposable)?.Dispose();
    }
}
