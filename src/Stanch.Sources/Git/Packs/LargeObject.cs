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

    /// <summary>Every copy of an object that is kept whole, not as a delta.</summary>
    public static IEnumerable<LargeObject> CopiesOf(ObjectId id, ObjectStore store)
    {
        foreach (var pack in store.Packs)
        {
            if (pack.Index.Find(id) is >= 0 and var position && pack.TryReadEntry(pack.Index.OffsetAt(position), out var entry) && !entry.IsDelta)
                yield return new LargeObject(new ZLibStream(pack.OpenData(entry), CompressionMode.Decompress), new ObjectHeader(id, entry.Kind, entry.Size));
        }
        foreach (var loose in store.Loose)
        {
            if (InFile(loose.PathOf(id), id) is { } found) yield return found;
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

    /// <summary>Null where the file is not there, or does not start as an object.</summary>
    private static LargeObject? InFile(string path, ObjectId id)
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
