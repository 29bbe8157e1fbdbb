using Stanch.Detection.Decoding;

namespace Stanch.Detection.Redacting;

/// <summary>How much of a stream is held, in bytes.</summary>
/// <param name="Held">Most that is kept back: a line or a group of lines that is longer is given on in parts.</param>
/// <param name="After">How much of such a part stays back, since what starts there may end later: the longest reach of a detector.</param>
/// <param name="Before">How much of what was given on is remembered: the names and lines that stand before a secret.</param>
internal sealed record RedactionSizes(int Held, int After, int Before)
{
    private const int Around = BlockDecoder.MostEncoded + (16 << 10);

    public static readonly RedactionSizes Default = new(2 * Around, Around, 1024);
}
