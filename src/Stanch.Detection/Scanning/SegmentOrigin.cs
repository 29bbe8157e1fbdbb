namespace Stanch.Detection.Scanning;

/// <summary>Where a segment starts in its blob.</summary>
/// <param name="Offset">Bytes before it.</param>
/// <param name="Line">1-based line of its first byte.</param>
/// <param name="Column">1-based column of its first byte, in UTF-16 units.</param>
internal readonly record struct SegmentOrigin(long Offset, int Line, int Column)
{
    public static readonly SegmentOrigin Start = new(0, 1, 1);

    public static SegmentOrigin AtLine(int line) => new(0, line, 1);
}
