using System.Buffers.Binary;

namespace Stanch.Sources.Git.Packs;

/// <summary>The index beside a pack, version 1 or 2. Format: https://git-scm.com/docs/gitformat-pack#_pack_idx_files_have_the_following_format</summary>
internal sealed class PackIndex : IPackIndex, IDisposable
{
    private const uint Magic = 0xff744f63;
    private const int HeaderLength = 8;
    private const uint FarOffset = 0x80000000;

    private readonly MappedFile _file;
    private readonly IdTable _ids;
    private readonly int _version;
    private readonly int _idLength;

    private PackIndex(MappedFile file, int version, int idLength)
    {
        _file = file;
        _version = version;
        _idLength = idLength;
        _ids = version == 1
            ? new IdTable(file, 0, IdTable.FanoutLength + sizeof(uint), sizeof(uint) + idLength, idLength)
            : new IdTable(file, HeaderLength, HeaderLength + IdTable.FanoutLength, idLength, idLength);
    }

    public int Count => _ids.Count;

    private long Checksums => HeaderLength + IdTable.FanoutLength + ((long)Count * _idLength);

    private long Offsets => Checksums + ((long)Count * sizeof(uint));

    private long FarOffsets => Offsets + ((long)Count * sizeof(uint));

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="NotSupportedException">A version that is not known here.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PackIndex Open(string path, int idLength)
    {
        var file = MappedFile.Open(path, IdTable.FanoutLength + (2 * idLength));
        try
        {
            var index = new PackIndex(file, VersionOf(file), idLength);
            index.Check();
            return index;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public ObjectId IdAt(int position) => _ids[position];

    public int Find(ObjectId id) => _ids.Find(id);

    public uint? ChecksumAt(int position) => _version == 1 ? null : ReadNumber(Checksums, position);

    public long OffsetAt(int position)
    {
        if (_version == 1) return BinaryPrimitives.ReadUInt32BigEndian(_file.Slice(IdTable.FanoutLength + ((long)position * (sizeof(uint) + _idLength)), sizeof(uint)));
        var near = ReadNumber(Offsets, position);
        if ((near & FarOffset) == 0) return near;
        var far = _file.From(FarOffsets + ((near & ~FarOffset) * (long)sizeof(ulong)));
        return far.Length < sizeof(ulong) ? -1 : (long)BinaryPrimitives.ReadUInt64BigEndian(far);
    }

    public void Dispose() => _file.Dispose();

    private static int VersionOf(MappedFile file)
    {
        var start = file.Slice(0, HeaderLength);
        if (BinaryPrimitives.ReadUInt32BigEndian(start) != Magic) return 1;
        var version = BinaryPrimitives.ReadUInt32BigEndian(start[sizeof(uint)..]);
        return version == 2 ? 2 : throw new NotSupportedException($"version {version} of an index is not known");
    }

    private void Check()
    {
        if (!_ids.IsSound()) throw new InvalidDataException("its table of counts is damaged");
        var least = _version == 1 ? IdTable.FanoutLength + ((long)Count * (sizeof(uint) + _idLength)) : FarOffsets;
        if (_file.Length < least + (2 * _idLength)) throw new InvalidDataException("it is cut off");
    }

    private uint ReadNumber(long table, int position) => BinaryPrimitives.ReadUInt32BigEndian(_file.Slice(table + ((long)position * sizeof(uint)), sizeof(uint)));
}
