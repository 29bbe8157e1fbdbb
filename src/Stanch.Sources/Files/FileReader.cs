using System.Buffers;

namespace Stanch.Sources.Files;

/// <summary>Reads files one after the other through one buffer; what does not fit goes to the sink as a stream. One a thread.</summary>
internal sealed class FileReader(IFileSystem files, IBlobSink sink) : IDisposable
{
    private const int BufferBytes = 1 << 20;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);

    public void Read(FilePath path, string shown, bool followLink)
    {
        try
        {
            using var file = files.Open(path, followLink);
            Read(file, new Provenance.File(shown));
        }
        catch (IOException e)
        {
            sink.NotRead(new CoverageGap(shown, GapKind.Unreadable, $"cannot be read: {e.Message}"));
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Read(IOpenFile file, Provenance provenance)
    {
        var count = 0;
        int got;
        do
        {
            got = file.Read(_buffer.AsSpan(count));
            count += got;
        }
        while (got > 0 && count < _buffer.Length);

        if (count < _buffer.Length)
        {
            sink.Accept(new Blob(_buffer.AsSpan(0, count), provenance));
            return;
        }

        using var stream = new OpenFileStream(_buffer, count, file);
        sink.AcceptStream(stream, provenance);
    }
}
