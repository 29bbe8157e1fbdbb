using System.Buffers;

namespace Stanch.Sources.Git;

/// <summary>
/// Reads lines and counted bytes from a pipe through one pooled buffer, in place: a span is good until the next call. The buffer grows to the
/// largest piece asked for, which the caller bounds.
/// </summary>
internal sealed class PipeBuffer(Stream stream) : IDisposable
{
    private const int FirstSize = 256 * 1024;
    private const int MostLineBytes = 1 << 20;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;

    /// <summary>True once the stream has ended.</summary>
    public bool AtEnd { get; private set; }

    private ReadOnlySpan<byte> Held => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Reads up to a delimiter and past it; false at the end of the stream, or where a line is absurdly long.</summary>
    public bool TryReadTo(byte delimiter, out ReadOnlySpan<byte> line)
    {
        line = default;
        for (var searched = 0; ;)
        {
            var at = Held[searched..].IndexOf(delimiter);
            if (at >= 0)
            {
                line = Held[..(searched + at)];
                _start += searched + at + 1;
                return true;
            }
            searched = Held.Length;
            if (searched > MostLineBytes || !Fill(searched + 1)) return false;
        }
    }

    /// <summary>Reads two pieces that each end in NUL, and gives both at once.</summary>
    public bool TryReadRecord(out ReadOnlySpan<byte> first, out ReadOnlySpan<byte> second)
    {
        first = second = default;
        if (!TryReadTo(0, out var piece)) return false;
        var length = piece.Length;
        _start -= length + 1;
        for (var searched = length + 1; ;)
        {
            var at = Held[searched..].IndexOf((byte)0);
            if (at >= 0)
            {
                first = Held[..length];
                second = Held[(length + 1)..(searched + at)];
                _start += searched + at + 1;
                return true;
            }
            searched = Held.Length;
            if (searched > MostLineBytes || !Fill(searched + 1)) return false;
        }
    }

    /// <summary>The next byte without taking it; −1 at the end of the stream.</summary>
    public int Peek() => Held.Length > 0 || Fill(1) ? _buffer[_start] : -1;

    /// <summary>Takes exactly so many bytes; false where the stream ends before them.</summary>
    public bool TryRead(int count, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (Held.Length < count && !Fill(count)) return false;
        bytes = Held[..count];
        _start += count;
        return true;
    }

    /// <summary>Takes what is there, up to the length of the destination; 0 at the end of the stream.</summary>
    public int Read(Span<byte> destination)
    {
        if (Held.Length == 0 && !Fill(1)) return 0;
        var count = Math.Min(destination.Length, Held.Length);
        Held[..count].CopyTo(destination);
        _start += count;
        return count;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private bool Fill(int count)
    {
        MakeRoom(count);
        while (_end - _start < count)
        {
            var read = ReadSome(_buffer.AsSpan(_end));
            if (read == 0)
            {
                AtEnd = true;
                return false;
            }
            _end += read;
        }
        return true;
    }

    private int ReadSome(Span<byte> destination)
    {
        try
        {
            return stream.Read(destination);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process was killed while we read: the same as its end.
            return 0;
        }
    }

    private void MakeRoom(int count)
    {
        if (_start + count <= _buffer.Length) return;
        var held = _end - _start;
        var target = count <= _buffer.Length ? _buffer : ArrayPool<byte>.Shared.Rent(count);
        Held.CopyTo(target);
        if (target != _buffer) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = target;
        _start = 0;
        _end = held;
    }
}
