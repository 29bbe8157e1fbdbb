using System.Buffers;

namespace Stanch.Detection.Scanning;

/// <summary>
/// Searches content of any size in segments. Neighbouring segments overlap by more than any detector's reach, and each reports only what starts in
/// the part that it owns, so that the result is that of one piece. Memory is that of one segment and of what was found.
/// </summary>
internal sealed class StreamScanner(Scanner scanner, Stream stream, ScanScratch scratch, SegmentSizes sizes)
{
    private readonly List<Candidate> _found = [];
    private TextKind _kind;
    private byte[] _buffer = [];
    private int _count;
    private long _offset;
    private SegmentOrigin _origin = SegmentOrigin.Start;

    /// <summary>What was found so far, in order of place; paired after <see cref="Read"/> has ended in any way.</summary>
    public List<Candidate> Found => _found;

    /// <summary>Reads to the end.</summary>
    /// <param name="read">Told how many bytes each segment brought.</param>
    /// <returns>False when cancelled before.</returns>
    /// <exception cref="IOException">The stream cannot be read on; what was found before stays.</exception>
    public bool Read(Action<long> read, CancellationToken cancellation)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(sizes.Segment);
        try
        {
            return ReadSegments(read, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            Pairing.Pair(_found);
        }
    }

    private bool ReadSegments(Action<long> read, CancellationToken cancellation)
    {
        Fill(sizes.Segment, read);
        _kind = TextSniffer.Sniff(_buffer.AsSpan(0, _count));
        var unit = Transcoder.UnitBytes(_kind);
        Drop(TextSniffer.MarkLength(_buffer.AsSpan(0, _count), _kind));
        Grow(sizes.Segment * unit);
        var ownedFrom = 0;
        while (!cancellation.IsCancellationRequested)
        {
            Fill(sizes.Segment * unit, read);
            var isLast = _count < sizes.Segment * unit;
            var ownedTo = isLast ? _count : CharacterStart(_count - sizes.After * unit);
            var keepFrom = isLast ? ownedTo : CharacterStart(Math.Max(ownedFrom, ownedTo - sizes.Before * unit));
            _origin = Search(ownedFrom, keepFrom, ownedTo);
            if (isLast)
            {
                return true;
            }

            Drop(keepFrom);
            ownedFrom = ownedTo - keepFrom;
        }

        return false;
    }

    /// <summary>Searches the buffer and keeps what starts in the owned part.</summary>
    /// <returns>The origin of what is kept for the next segment.</returns>
    private SegmentOrigin Search(int ownedFrom, int keepFrom, int ownedTo)
    {
        if (_kind is TextKind.Bytes or TextKind.Binary)
        {
            var bytes = _buffer.AsSpan(0, _count);
            Keep(scanner.FindInBytes(bytes, _origin, _kind == TextKind.Binary, scratch), ownedFrom, ownedTo);
            return _origin.After(bytes[..keepFrom]);
        }

        Span<int> marks = [ownedFrom, keepFrom, ownedTo, CharacterStart(_count)];
        var utf8 = Transcoder.ToUtf8(_buffer, marks, _kind);
        try
        {
            var text = utf8.AsSpan(0, marks[3]);
            var candidates = scanner.FindInBytes(text, _origin, binary: false, scratch);
            Transcoder.ToOriginal(candidates, text, _kind, _offset);
            Keep(candidates, marks[0], marks[2]);
            return _origin.After(text[..marks[1]]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    private void Keep(List<Candidate> candidates, int from, int to)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Start >= from && candidate.Start < to)
            {
                _found.Add(candidate);
            }
        }
    }

    // The nearest place at or before an offset where a character starts.
    private int CharacterStart(int offset) => _kind is TextKind.Bytes or TextKind.Binary
        ? offset - LinePrefix.UnfinishedTail(_buffer.AsSpan(0, offset))
        : Transcoder.CharacterStart(_buffer.AsSpan(0, _count), offset, _kind);

    private void Drop(int count)
    {
        _buffer.AsSpan(count, _count - count).CopyTo(_buffer);
        _count -= count;
        _offset += count;
    }

    private void Grow(int size)
    {
        if (_buffer.Length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(size);
            _buffer.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }

    private void Fill(int wanted, Action<long> read)
    {
        var before = _count;
        int got;
        while (_count < wanted && (got = stream.Read(_buffer, _count, wanted - _count)) > 0)
        {
            _count += got;
        }

        read(_count - before);
    }
}
