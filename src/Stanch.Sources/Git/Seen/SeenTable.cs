using System.Buffers.Binary;
using System.Security.Cryptography;
using Stanch.Detection.Hashing;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git.Seen;

/// <summary>
/// The file that is kept: a table of objects in the order of their ids, the record, and a keyed hash of both. A file without the right hash is
/// damaged, or another's: one that came with a repository could otherwise hide what is in it.
/// </summary>
internal sealed class SeenTable : IDisposable
{
    public const int HashLength = HmacSha256.HashLength;

    /// <summary>Stands for a length that the record tells.</summary>
    public const uint IsLarge = uint.MaxValue;

    /// <summary>What stands before the table: the form of the file, and where the record starts.</summary>
    private const int HeaderLength = 16;

    private const int Fanout = HeaderLength;
    private const int FirstId = Fanout + IdTable.FanoutLength;
    private const int ColumnBytes = 2 * sizeof(uint);
    private static readonly byte[] s_form = "stanch 1"u8.ToArray();

    private readonly MappedFile? _file;
    private readonly IdTable? _ids;
    private readonly int _idLength;

    private SeenTable(MappedFile? file, int idLength, SeenRecord record)
    {
        _file = file;
        _idLength = idLength;
        _ids = file is null ? null : new IdTable(file, Fanout, FirstId, idLength, idLength);
        Record = record;
    }

    public SeenRecord Record { get; }

    public int Count => _ids?.Count ?? 0;

    public static SeenTable Empty(int idLength) => new(null, idLength, new SeenRecord());

    /// <exception cref="InvalidDataException">It is damaged, or was not written under this key.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SeenTable Open(string path, byte[] key, int idLength)
    {
        var file = MappedFile.Open(path, FirstId + HashLength);
        try
        {
            var length = file.Length - HashLength;
            if (!file.Slice(0, s_form.Length).SequenceEqual(s_form) || !CryptographicOperations.FixedTimeEquals(Hash(file, length, key), file.Slice(length, HashLength))) throw new InvalidDataException("it is damaged, or another user wrote it");
            var start = BinaryPrimitives.ReadInt64LittleEndian(file.Slice(s_form.Length, sizeof(long)));
            using var stream = file.OpenStream(start, length - start);
            using var reader = new BinaryReader(stream);
            return new SeenTable(file, idLength, SeenRecordFormat.Read(reader, idLength));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="entries">In the order of their ids, each once.</param>
    public static void Write(FileStream file, byte[] key, int idLength, IReadOnlyList<SeenEntry> entries, SeenRecord record)
    {
        using var hash = new HmacSha256(key, forMuch: true);
        using (var hashed = new HashingStream(file, hash))
        using (var buffered = new BufferedStream(hashed, 1 << 16))
        using (var writer = new BinaryWriter(buffered))
        {
            writer.Write(s_form);
            writer.Write(FirstId + ((long)entries.Count * (idLength + ColumnBytes)));
            WriteTable(writer, idLength, entries);
            SeenRecordFormat.Write(writer, record, idLength);
        }
        file.Write(hash.Finish());
    }

    /// <summary>The place of an object; −1 where it is not in the table.</summary>
    public int Find(ObjectId id) => _ids?.Find(id) ?? -1;

    public SeenEntry this[int place]
    {
        get
        {
            var id = _ids![place];
            var columns = _file!.Slice(FirstId + ((long)Count * _idLength) + ((long)place * ColumnBytes), ColumnBytes);
            var bytes = BinaryPrimitives.ReadUInt32LittleEndian(columns);
            return new SeenEntry(id, bytes == IsLarge ? Record.Large.GetValueOrDefault(id) : bytes, (int)BinaryPrimitives.ReadUInt32LittleEndian(columns[sizeof(uint)..]));
        }
    }

    public void Dispose() => _file?.Dispose();

    private static void WriteTable(BinaryWriter writer, int idLength, IReadOnlyList<SeenEntry> entries)
    {
        Span<uint> counts = stackalloc uint[256];
        counts.Clear();
        foreach (var entry in entries) counts[entry.Id.FirstByte]++;
        Span<byte> number = stackalloc byte[sizeof(uint)];
        var sum = 0u;
        foreach (var count in counts)
        {
            BinaryPrimitives.WriteUInt32BigEndian(number, sum += count);
            writer.Write(number);
        }
        Span<byte> id = stackalloc byte[ObjectId.Sha256Hex / 2];
        foreach (var entry in entries)
        {
            entry.Id.Write(id);
            writer.Write(id[..idLength]);
        }
        foreach (var entry in entries)
        {
            writer.Write(entry.Bytes >= IsLarge ? IsLarge : (uint)entry.Bytes);
            writer.Write((uint)entry.Matched);
        }
    }

    private static byte[] Hash(MappedFile file, long length, byte[] key)
    {
        using var hash = new HmacSha256(key, forMuch: true);
        for (var at = 0L; at < length;)
        {
            var piece = file.From(at);
            piece = piece[..(int)Math.Min(piece.Length, length - at)];
            hash.Append(piece);
            at += piece.Length;
        }
        return hash.Finish();
    }
}
