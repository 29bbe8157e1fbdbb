namespace Stanch.Detection.Scanning;

/// <summary>Where a segment starts in its blob.</summary>
/// <param name="Offset">Bytes before it.</param>
/// <param name="Line">1-based line of its first byte.</param>
/// <param name="Prefix">What stands before it on that line.</param>
internal readonly record struct SegmentOrigin(long Offset, int Line, LinePrefix Prefix)
{
    public static readonly SegmentOrigin Start = AtLine(1);

    public static SegmentOrigin AtLine(int line) => new(0, line, LinePrefix.None);

    /// <summary>Length of the byte order mark with which the blob's text starts: no column counts it.</summary>
    public int MarkLength(ReadOnlySpan<byte> content) => Offset == 0 && content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;

    /// <summary>The origin of what follows <paramref name="passed"/>, which may not end within a character.</summary>
    public SegmentOrigin After(ReadOnlySpan<byte> passed)
    {
        var lastBreak = passed.LastIndexOf((byte)'\n');
        var line = (int)Math.Min(int.MaxValue, (long)Line + passed.Count((byte)'\n'));
        var prefix = lastBreak < 0 ? Prefix.Plus(passed[MarkLength(passed)..]) : LinePrefix.None.Plus(passed[(lastBreak + 1)..]);
        return new SegmentOrigin(Offset + passed.Length, line, prefix);
    }
}
