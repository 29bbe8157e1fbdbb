using System.IO.MemoryMappedFiles;

namespace Stanch.Sources.Git.Packs;

/// <summary>
/// A file of the object store, mapped into memory for reading; pages are the system's to keep or drop. git replaces such files, it never
/// writes into them, so their length stays what it was.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    private MappedFile(MemoryMappedFile file, long length)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        Length = length;
    }

    public long Length { get; }

    /// <exception cref="IOException">It is not there, cannot be read, or is shorter than any such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The system refuses.</exception>
    public static MappedFile Open(string path, int leastLength)
    {
        // Asked before it is opened: opening a pipe of that name would wait for ever, and a pipe has no length.
        if (new FileInfo(path).Length < leastLength) throw new InvalidDataException("it is cut off");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        MemoryMappedFile? file = null;
        try
        {
            // Asked again of what was opened: another process may have put a new file in its place.
            var length = stream.Length;
            if (length < leastLength) throw new InvalidDataException("it is cut off");
            file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            return new MappedFile(file, length);
        }
        catch
        {
            file?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    /// <summary>What lies behind an offset, as much of it as a span can name; empty where the offset lies outside.</summary>
    public ReadOnlySpan<byte> From(long offset) =>
        offset < 0 || offset >= Length ? [] : new ReadOnlySpan<byte>(_start + offset, (int)Math.Min(int.MaxValue, Length - offset));

    /// <exception cref="ArgumentOutOfRangeException">The file does not reach so far.</exception>
    public ReadOnlySpan<byte> Slice(long offset, int length) => From(offset)[..length];

    /// <summary>A stream over a part of the file.</summary>
    public Stream OpenStream(long offset, long length) => new UnmanagedMemoryStream(_start + offset, Math.Min(length, Length - offset));

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
