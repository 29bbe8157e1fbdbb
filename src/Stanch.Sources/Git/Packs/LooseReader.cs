using System.IO.Compression;

namespace Stanch.Sources.Git.Packs;

/// <summary>
/// Reads files that hold one object each: zlib over <c>kind length NUL content</c>. Format: https://git-scm.com/docs/gitformat-loose
/// </summary>
internal sealed class LooseReader(Inflater inflater, BufferPool pool, NameCheck names)
{
    private const int LongestHeader = 32;

    public StoredObject Read(string path, ObjectId id)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length == 0) return StoredObject.Damaged("its file is empty");
            if (length > ObjectLimits.LargestHeld) return StoredObject.TooLarge;
            return Read(path, (int)length, id);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return StoredObject.Absent;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return StoredObject.Unreadable(e is UnauthorizedAccessException ? "Permission denied" : e.Message);
        }
    }

    /// <summary>The kind, as far as the first bytes say; Unknown where they do not.</summary>
    public ObjectKind KindOf(string path)
    {
        try
        {
            if (new FileInfo(path).Length == 0) return ObjectKind.Unknown;
            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            Span<byte> packed = stackalloc byte[4 * LongestHeader];
            Span<byte> start = stackalloc byte[LongestHeader];
            var read = RandomAccess.Read(file, packed, 0);
            return TryParse(start[..inflater.InflateStart(packed[..read], start)], out var kind, out _, out _) ? kind : ObjectKind.Unknown;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ObjectKind.Unknown;
        }
    }

    /// <summary>Opens an object that is too large to hold; null where its file does not start as one.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The system refuses.</exception>
    public static Stream? OpenLarge(string path, out ObjectKind kind, out long size)
    {
        (kind, size) = (ObjectKind.Unknown, 0);
        var zlib = new ZLibStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), CompressionMode.Decompress);
        try
        {
            Span<byte> header = stackalloc byte[LongestHeader];
            var length = 0;
            while (length < header.Length && zlib.ReadByte() is >= 0 and var next)
            {
                header[length++] = (byte)next;
                if (next == 0 && TryParse(header[..length], out kind, out size, out _)) return zlib;
            }
        }
        catch (InvalidDataException)
        {
            // The same as a file that does not start as an object.
        }
        zlib.Dispose();
        return null;
    }

    private StoredObject Read(string path, int length, ObjectId id)
    {
        var buffer = pool.Rent(length);
        try
        {
            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            var read = 0;
            for (int more; read < length && (more = RandomAccess.Read(file, buffer.AsSpan(read, length - read), read)) > 0;) read += more;
            return Unfold(buffer.AsSpan(0, read), id);
        }
        finally
        {
            pool.Return(buffer);
        }
    }

    private StoredObject Unfold(ReadOnlySpan<byte> packed, ObjectId id)
    {
        Span<byte> start = stackalloc byte[LongestHeader];
        if (!TryParse(start[..inflater.InflateStart(packed, start)], out var kind, out var size, out var header)) return StoredObject.Damaged("its file does not start as an object");
        if (size > ObjectLimits.LargestHeld) return StoredObject.TooLarge;
        if (size / ObjectLimits.MostInflation > packed.Length) return StoredObject.Damaged("it claims to be larger than its file can hold");
        var whole = pool.Rent(header + (int)size);
        try
        {
            if (!inflater.TryInflate(packed, whole.AsSpan(0, header + (int)size), out _)) return StoredObject.Damaged("its compressed data is damaged");
            var content = whole.AsSpan(header, (int)size).ToArray();
            return names.Matches(id, kind, content) ? StoredObject.Of(kind, content) : StoredObject.Damaged("its content is not what its name says");
        }
        finally
        {
            pool.Return(whole);
        }
    }

    private static bool TryParse(ReadOnlySpan<byte> start, out ObjectKind kind, out long size, out int headerLength)
    {
        (kind, size, headerLength) = (ObjectKind.Unknown, 0, start.IndexOf((byte)0) + 1);
        var space = start.IndexOf((byte)' ');
        if (headerLength == 0 || space < 0 || space > headerLength) return false;
        kind = ObjectKinds.Parse(start[..space]);
        var digits = start[(space + 1)..(headerLength - 1)];
        return kind != ObjectKind.Unknown && System.Buffers.Text.Utf8Parser.TryParse(digits, out size, out var used) && used == digits.Length && size >= 0;
    }
}
