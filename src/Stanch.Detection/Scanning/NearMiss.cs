using System.Text;

namespace Stanch.Detection.Scanning;

/// <summary>
/// Looks, where a pattern did not match, whether it would have but for the characters around the text. Cold: for explaining. It hands the expression
/// pieces of the text, so that neither it nor the flags see a neighbour.
/// </summary>
internal static class NearMiss
{
    // Trying every piece of a large window would be quadratic; what is longer has no answer but "no match".
    private const int MostStarts = 2048;
    private const int MostLengths = 256;

    /// <summary>The gate of a value that has a name.</summary>
    public static Gate GateOf(ReadOnlySpan<byte> content, DetectorPattern pattern, int valueStart, int valueEnd)
    {
        var value = content[valueStart..valueEnd];
        var text = Widen(value);
        foreach (var match in pattern.Regex.EnumerateMatches(text))
        {
            // The engine refused it: either for its neighbours or because it does not stand alone.
            return IsFree(value, match.Index, match.Index + match.Length) ? Gate.StandsAlone : Gate.Boundary;
        }

        return FindsPiece(text, pattern, 0, text.Length) ? Gate.Boundary : Gate.Pattern;
    }

    /// <summary>The gate of a keyword that stands inside the secret or near it.</summary>
    public static Gate GateOf(ReadOnlySpan<byte> content, DetectorPattern pattern, int keywordStart, int keywordEnd, DetectorContext context)
    {
        if (context == DetectorContext.Near)
        {
            return Gate.Pattern;
        }

        var isAnchored = pattern.AnchorOffset >= 0;
        var start = isAnchored ? keywordStart - pattern.AnchorOffset : Math.Max(0, keywordEnd - pattern.MaxLength);
        if (start < 0)
        {
            return Gate.Pattern;
        }

        var end = Math.Min(content.Length, (isAnchored ? start : keywordStart) + pattern.MaxLength);
        return FindsPiece(Widen(content[start..end]), pattern, 0, isAnchored ? 1 : end - start) ? Gate.Boundary : Gate.Pattern;
    }

    private static bool FindsPiece(ReadOnlySpan<char> text, DetectorPattern pattern, int from, int to)
    {
        for (var start = from; start < Math.Min(to, from + MostStarts); start++)
        {
            var longest = Math.Min(pattern.MaxLength, text.Length - start);
            for (var length = longest; length >= pattern.MinLength && length > longest - MostLengths; length--)
            {
                if (pattern.Regex.IsMatch(text.Slice(start, length)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsFree(ReadOnlySpan<byte> value, int start, int end) =>
        (start == 0 || !IsWord(value[start - 1])) && (end == value.Length || !IsWord(value[end]));

    private static string Widen(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == (byte)'_';
}
