namespace Stanch.Cli.Scanning;

/// <summary>
/// A stream that seems to end when the scan is stopped. Reading from a pipe can wait for ever and cannot be called off, so a thread of the pool waits.
/// </summary>
internal sealed class InterruptibleStream(Stream inner, CancellationToken cancellation) : Stream
{
    private byte[] _buffer = [];

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var room = buffer.Length;
        if (cancellation.IsCancellationRequested || room == 0) return 0;
        if (_buffer.Length < room) _buffer = new byte[room];
        var got = Wait(Task.Run(() => inner.Read(_buffer, 0, room)));
        _buffer.AsSpan(0, got).CopyTo(buffer);
        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Wait(Task<int> read)
    {
        try
        {
            read.Wait(cancellation);
            return read.Result;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (AggregateException failed) when (failed.InnerException is IOException inner)
        {
            throw inner;
        }
    }
}
