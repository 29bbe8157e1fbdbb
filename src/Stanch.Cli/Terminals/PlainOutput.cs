using System.Runtime.InteropServices;

namespace Stanch.Cli.Terminals;

/// <summary>
/// Standard output or error as nothing but a descriptor. The base library's console streams would first set the terminal up, with escape codes that nobody asked
/// for; a file stream would write at a place of its own instead of where the descriptor stands. A reader that has gone away (<c>| head</c>) is no error: what is written then is dropped.
/// </summary>
internal sealed unsafe partial class PlainOutput(int descriptor) : Stream
{
    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private bool _isGone;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* bytes = buffer)
        {
            for (var written = 0; written < buffer.Length && !_isGone;)
            {
                var count = Write(descriptor, bytes + written, buffer.Length - written);
                if (count >= 0) written += (int)count;
                else if (Marshal.GetLastPInvokeError() is not (Interrupted or TryAgain)) _isGone = true;
            }
        }
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int file, byte* bytes, nint count);
}
