using System.IO.Compression;

namespace Stanch.Sources.Git.Packs;

/// <summary>
/// An object that is read as a stream, for it is too large to hold. Damage ends the stream early and is told afterwards: what came before it
/// is worth a search.
/// </summary>
internal sealed class LargeObject(Stream zlib, ObjectHeader header) : Stream
{
    private const int DrainBytes = 64 * 1024;

    private long _read;

    public ObjectHeader Header => header;

    public bool IsDamaged { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => header.Length;
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public static LargeObject InPack(PackFile pack, PackEntry entry, ObjectId id) =>
        new(new ZLibStream(pack.OpenData(entry), CompressionMode.Decompress), new ObjectHeader(id, entry.Kind, entry.Size));

    /// <summary>Null where the file is not there, or does not start as an object.</summary>
    public static LargeObject? InFile(string path, ObjectId id)
    {
        try
        {
            return LooseReader.OpenLarge(path, out var kind, out var size) is { } content ? new LargeObject(content, new ObjectHeader(id, kind, size)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, header.Length - _read);
        if (wanted == 0 || IsDamaged) return 0;
        var read = ReadSome(buffer[..wanted]);
        _read += read;
        IsDamaged |= read == 0;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Reads what nobody read, so that damage shows.</summary>
    public void Drain()
    {
        var buffer = new byte[DrainBytes];
        while (Read(buffer) > 0)
        {
            // Only its end is of interest.
        }
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) zlib.Dispose();
        base.Dispose(disposing);
    }

    private int ReadSome(Span<byte> buffer)
    {
        try
        {
            return zlib.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return 0;
        }
    }
}
