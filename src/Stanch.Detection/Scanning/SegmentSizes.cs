namespace Stanch.Detection.Scanning;

/// <summary>How a stream is cut, in bytes of text of one byte a character; wide text is cut in the same number of characters.</summary>
/// <param name="Segment">Searched at once; more than <paramref name="Before"/> and twice <paramref name="After"/>.</param>
/// <param name="Before">How far before a secret's start anything matters: another secret that covers it, its name, a keyword some lines before, the lines shown.</param>
/// <param name="After">How far behind a secret's start anything matters: the longest private key, the lines shown.</param>
internal sealed record SegmentSizes(int Segment, int Before, int After)
{
    public static readonly SegmentSizes Default = new(4 << 20, 64 << 10, 64 << 10);
}
