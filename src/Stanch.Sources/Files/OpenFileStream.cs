namespace Stanch.Sources.Files;

/// <summary>An open file as a stream: first the bytes that were read already, then the rest.</summary>
internal sealed class OpenFileStream(byte[] head, int count, IOpenFile file) : Stream
{
    private int _taken;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_taken == count)
        {
            return file.Read(buffer);
        }

        var copied = Math.Min(buffer.Length, count - _taken);
        head.AsSpan(_taken, copied).CopyTo(buffer);
        _taken += copied;
        return copied;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
