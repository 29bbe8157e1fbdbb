using System.Text;
using System.Text.Unicode;

namespace Stanch.Detection.Scanning;

/// <summary>Turns offsets into lines and columns, for the survivors of a blob only, in one walk forward.</summary>
/// <param name="content">The blob, or a segment of it.</param>
/// <param name="origin">Where the segment starts in its blob.</param>
internal ref struct LineReader(ReadOnlySpan<byte> content, SegmentOrigin origin)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private readonly SegmentOrigin _origin = origin;
    private int _line = origin.Line;
    private int _lineStart;
    private int _position;

    /// <summary>The place of [<paramref name="start"/>, <paramref name="end"/>); calls come in order of start.</summary>
    public Location Locate(int start, int end)
    {
        MoveTo(start);
        var (line, lineStart) = (_line, _lineStart);
        var last = Math.Max(start, end - 1);
        var within = _content[start..last];
        var breaks = within.Count((byte)'\n');
        var endLineStart = breaks == 0 ? lineStart : start + within.LastIndexOf((byte)'\n') + 1;
        return new Location(line, Column(lineStart, start), line + breaks, Column(endLineStart, end), _origin.Offset + start, end - start);
    }

    private void MoveTo(int offset)
    {
        var passed = _content[_position..offset];
        var breaks = passed.Count((byte)'\n');
        if (breaks > 0)
        {
            _line += breaks;
            _lineStart = _position + passed.LastIndexOf((byte)'\n') + 1;
        }

        _position = offset;
    }

    private readonly int Column(int lineStart, int offset)
    {
        var before = _content[lineStart..offset];
        var first = lineStart == 0 ? _origin.Column : 1;
        return first + (Utf8.IsValid(before) ? Encoding.UTF8.GetCharCount(before) : before.Length);
    }
}
