namespace Stanch.Sources.Git;

/// <summary>The content of one object, as long as its header says, out of a pipe that goes on behind it.</summary>
internal sealed class CountedStream(PipeBuffer source, long length) : Stream
{
    private const int DrainBytes = 64 * 1024;

    private long _read;

    private long Left => length - _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (Left == 0 || buffer.Length == 0) return 0;
        var read = source.Read(buffer[..(int)Math.Min(buffer.Length, Left)]);
        _read += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Passes over what nobody read; false where the pipe ended first.</summary>
    public bool Drain()
    {
        var buffer = new byte[DrainBytes];
        while (Left > 0)
        {
            if (Read(buffer) == 0) return false;
        }
        return true;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
