using System.Buffers.Binary;
using System.Text;

namespace Stanch.Sources.Git.Packs;

/// <summary>
/// One index over several packs. It repeats what the packs' own indexes say, so it serves only where one of those is gone or damaged.
/// Format: https://git-scm.com/docs/gitformat-pack#_multi_pack_index_midx_files_have_the_following_format
/// </summary>
internal sealed class MultiPackIndex : IDisposable
{
    private const uint Magic = 0x4d494458;
    private const int HeaderLength = 12;
    private const int ChunkRowLength = 12;
    private const uint PackNames = 0x504e414d;
    private const uint IdFanout = 0x4f494446;
    private const uint IdLookup = 0x4f49444c;
    private const uint ObjectOffsets = 0x4f4f4646;
    private const uint LargeOffsets = 0x4c4f4646;
    private const uint FarOffset = 0x80000000;

    private readonly MappedFile _file;
    private readonly Dictionary<uint, (long Start, long Length)> _chunks = [];
    private readonly List<string> _packs = [];
    private readonly IdTable _ids;
    private int[][]? _positions;

    private MultiPackIndex(MappedFile file, int idLength)
    {
        _file = file;
        ReadChunks();
        ReadNames();
        _ids = new IdTable(file, Chunk(IdFanout, IdTable.FanoutLength).Start, Chunk(IdLookup, 0).Start, idLength, idLength);
        if (!_ids.IsSound() || Chunk(IdLookup, 0).Length < (long)_ids.Count * idLength) throw new InvalidDataException("its table of ids is damaged");
        _ = Chunk(ObjectOffsets, (long)_ids.Count * 2 * sizeof(uint));
    }

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="NotSupportedException">A version that is not known here.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static MultiPackIndex Open(string path, int idLength)
    {
        var file = MappedFile.Open(path, HeaderLength + IdTable.FanoutLength);
        try
        {
            return new MultiPackIndex(file, idLength);
        }
        catch (Exception e)
        {
            file.Dispose();
            if (e is ArgumentOutOfRangeException) throw new InvalidDataException("its parts lie outside of it", e);
            throw;
        }
    }

    /// <summary>What it says of one pack; null where it does not know the pack.</summary>
    /// <param name="name">The pack's name without its extension.</param>
    public IPackIndex? For(string name)
    {
        var number = _packs.IndexOf(name);
        return number < 0 ? null : new OnePack(this, (_positions ??= PositionsOfPacks())[number]);
    }

    public void Dispose() => _file.Dispose();

    private void ReadChunks()
    {
        var header = _file.Slice(0, HeaderLength);
        if (BinaryPrimitives.ReadUInt32BigEndian(header) != Magic) throw new InvalidDataException("it does not start as one");
        if (header[4] is not (1 or 2)) throw new NotSupportedException($"version {header[4]} of a multi-pack-index is not known");
        for (var i = 0; i < header[6]; i++)
        {
            var row = _file.Slice(HeaderLength + (i * ChunkRowLength), 2 * ChunkRowLength);
            var start = BinaryPrimitives.ReadInt64BigEndian(row[sizeof(uint)..]);
            var end = BinaryPrimitives.ReadInt64BigEndian(row[(ChunkRowLength + sizeof(uint))..]);
            if (start < 0 || end < start || end > _file.Length) throw new InvalidDataException("its parts lie outside of it");
            _chunks[BinaryPrimitives.ReadUInt32BigEndian(row)] = (start, end - start);
        }
    }

    private void ReadNames()
    {
        var chunk = Chunk(PackNames, 0);
        foreach (var name in Encoding.UTF8.GetString(_file.Slice(chunk.Start, (int)Math.Min(chunk.Length, int.MaxValue))).Split('\0', StringSplitOptions.RemoveEmptyEntries))
            _packs.Add(Path.GetFileNameWithoutExtension(name));
    }

    private (long Start, long Length) Chunk(uint name, long leastLength) =>
        _chunks.TryGetValue(name, out var chunk) && chunk.Length >= leastLength ? chunk : throw new InvalidDataException("a part of it is missing or cut off");

    /// <summary>Places in the table of ids, for each pack: one pass for all of them.</summary>
    private int[][] PositionsOfPacks()
    {
        var positions = _packs.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < _ids.Count; i++)
        {
            if (PlaceAt(i).Pack is >= 0 and var pack && pack < positions.Length) positions[pack].Add(i);
        }
        return [.. positions.Select(list => list.ToArray())];
    }

    private (int Pack, long Offset) PlaceAt(int position)
    {
        var row = _file.Slice(_chunks[ObjectOffsets].Start + ((long)position * 2 * sizeof(uint)), 2 * sizeof(uint));
        var offset = BinaryPrimitives.ReadUInt32BigEndian(row[sizeof(uint)..]);
        return ((int)BinaryPrimitives.ReadUInt32BigEndian(row), (offset & FarOffset) == 0 || !_chunks.TryGetValue(LargeOffsets, out var large) ? offset : Far(large, offset & ~FarOffset));
    }

    private long Far((long Start, long Length) large, uint row) =>
        (row + 1L) * sizeof(ulong) > large.Length ? -1 : (long)BinaryPrimitives.ReadUInt64BigEndian(_file.Slice(large.Start + (row * (long)sizeof(ulong)), sizeof(ulong)));

    private sealed class OnePack(MultiPackIndex index, int[] positions) : IPackIndex
    {
        public int Count => positions.Length;

        public ObjectId IdAt(int position) => index._ids[positions[position]];

        public long OffsetAt(int position) => index.PlaceAt(positions[position]).Offset;

        public uint? ChecksumAt(int position) => null;

        public int Find(ObjectId id) => index._ids.Find(id) is >= 0 and var found ? Math.Max(-1, Array.BinarySearch(positions, found)) : -1;
    }
}
