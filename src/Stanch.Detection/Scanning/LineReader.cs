namespace Stanch.Detection.Scanning;

/// <summary>Turns offsets into lines and columns, for the survivors of a blob only, in one walk forward: linear however many stand on one line.</summary>
/// <param name="content">The blob, or a segment of it.</param>
/// <param name="origin">Where the segment starts in its blob.</param>
internal ref struct LineReader(ReadOnlySpan<byte> content, SegmentOrigin origin)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private readonly long _offset = origin.Offset;
    private int _line = origin.Line;
    private int _position;
    private LinePrefix _prefix = origin.Prefix;
    private int _prefixEnd = origin.MarkLength(content);

    /// <summary>The place of [<paramref name="start"/>, <paramref name="end"/>); calls come in order of place and do not overlap.</summary>
    public Location Locate(int start, int end)
    {
        MoveTo(start);
        var (line, column) = (_line, ColumnAt(start));
        MoveTo(Math.Max(start, end - 1));
        return new Location(line, column, _line, ColumnAt(end), _offset + start, end - start);
    }

    private void MoveTo(int offset)
    {
        if (offset <= _position)
        {
            return;
        }

        var passed = _content[_position..offset];
        var lastBreak = passed.LastIndexOf((byte)'\n');
        if (lastBreak >= 0)
        {
            _line += passed.Count((byte)'\n');
            (_prefix, _prefixEnd) = (LinePrefix.None, _position + lastBreak + 1);
        }

        _position = offset;
    }

    private int ColumnAt(int offset)
    {
        if (offset <= _prefixEnd)
        {
            return _prefix.Column;
        }

        var passed = _content[_prefixEnd..offset];
        var unfinished = LinePrefix.UnfinishedTail(passed);
        _prefix = _prefix.Plus(passed[..^unfinished]);
        _prefixEnd = offset - unfinished;
        return _prefix.Column + unfinished;
    }
}
