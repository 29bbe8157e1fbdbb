namespace Stanch.Sources.StandardInput;

/// <summary>The lines of a stream, one after the other, through one buffer that grows to the longest of them.</summary>
internal sealed class PatchLines(Stream stream)
{
    /// <summary>Most bytes of a line that are kept.</summary>
    public const int LongestLine = 64 << 20;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _lineEnd;
    private bool _again;

    /// <summary>1-based number of the current line.</summary>
    public int Number { get; private set; }

    /// <summary>The current line without its line break; valid until the next one is read.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, _lineEnd - _start);

    /// <summary>True when the current line was longer than is kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Goes on to the next line.</summary>
    /// <returns>False at the end.</returns>
    public bool TryNext()
    {
        if (_again)
        {
            _again = false;
            return true;
        }

        _start = Math.Min(_lineEnd + (Number > 0 ? 1 : 0), _end);
        _lineEnd = _start;
        IsCut = false;
        while (true)
        {
            var next = _buffer.AsSpan(_lineEnd, _end - _lineEnd).IndexOf((byte)'\n');
            if (next >= 0)
            {
                _lineEnd += next;
                break;
            }

            _lineEnd = _end;
            if (_lineEnd - _start >= LongestLine)
            {
                IsCut = true;
                SkipRest();
                break;
            }

            if (!Fill())
            {
                break;
            }
        }

        if (_lineEnd == _start && _start == _end)
        {
            return false;
        }

        Number += Number < int.MaxValue ? 1 : 0;
        return true;
    }

    /// <summary>Makes the next call give the current line once more.</summary>
    public void StepBack() => _again = true;

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _lineEnd, _end) = (0, _lineEnd - _start, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var got = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += got;
        return got > 0;
    }

    // The kept part stays in front; the rest is read past it until the line ends.
    private void SkipRest()
    {
        var rest = new byte[1 << 16];
        int got;
        while ((got = stream.Read(rest, 0, rest.Length)) > 0)
        {
            var next = rest.AsSpan(0, got).IndexOf((byte)'\n');
            if (next < 0)
            {
                continue;
            }

            var left = rest.AsSpan(next, got - next);
            if (_buffer.Length - _end < left.Length)
            {
                Array.Resize(ref _buffer, _end + left.Length);
            }

            left.CopyTo(_buffer.AsSpan(_end));
            _end += left.Length;
            return;
        }
    }
}
