using System.Runtime.InteropServices;

namespace Stanch.Cli.Terminals;

/// <summary>
/// Standard output or error of Unix, written as it is. .NET's own stream asks terminfo first, which takes time, and puts a terminal into another mode. A
/// reader that has gone away (<c>| head</c>) is no error: what is written then goes nowhere.
/// </summary>
internal sealed partial class UnixOutput(int descriptor) : Stream
{
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const short PollOut = 4;
    private static readonly int WouldBlock = OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>True once the reader has gone away.</summary>
    public bool IsGone { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override unsafe void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            for (var at = 0; at < buffer.Length && !IsGone;)
            {
                var written = Write(descriptor, start + at, buffer.Length - at);
                if (written >= 0) at += (int)written;
                else Recover(Marshal.GetLastPInvokeError());
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // What can be tried again returns; a full disk does not.
    private void Recover(int error)
    {
        if (error == BrokenPipe) IsGone = true;
        else if (error == WouldBlock) WaitForRoom();
        else if (error != Interrupted) throw new OutputException($"standard {(descriptor == 1 ? "output" : "error")} cannot be written: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    private void WaitForRoom()
    {
        var waited = new PollDescriptor { Descriptor = descriptor, Events = PollOut };
        _ = Poll(ref waited, 1, -1);
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static unsafe partial nint Write(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollDescriptor descriptors, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
