namespace Stanch.Detection.Scanning;

/// <summary>How a stream is cut, in bytes of text of one byte a character; wide text is cut in the same number of characters.</summary>
/// <param name="Segment">Searched at once; more than <paramref name="Before"/> and twice <paramref name="After"/>.</param>
/// <param name="Before">How far before a secret's start anything matters: another secret that covers it, its name, a keyword some lines before, the lines shown.</param>
/// <param name="After">How far behind a secret's start anything matters: the longest private key, the lines shown.</param>
internal sealed record SegmentSizes(int Segment, int Before, int After)
{
    // The longest reach is that of a run that is decoded as a whole (BlockDecoder.MostEncoded), and a little for what stands around it.
    private const int Around = Decoding.BlockDecoder.MostEncoded + (16 << 10);

    public static readonly SegmentSizes Default = new(8 << 20, Around, Around);
}
