using Stanch.Detection.Scanning;

namespace Stanch.Detection.Decoding;

/// <summary>
/// Finds a detector's matches by code where one expression cannot: all values of a manifest. Named in the catalogue as the detector's <c>proof</c>; its
/// pattern then only says what announces them.
/// </summary>
internal interface IMatchReader
{
    /// <summary>Adds what the keyword at [<paramref name="keywordStart"/>, <paramref name="keywordEnd"/>) announces.</summary>
    void Read(ReadOnlySpan<byte> content, int number, int keywordStart, int keywordEnd, List<FoundMatch> found);

    /// <summary>Makes a candidate of one of them, or drops it.</summary>
    Candidate? Refine(ReadOnlySpan<byte> content, FoundMatch match, Detector detector, out Gate gate);
}
