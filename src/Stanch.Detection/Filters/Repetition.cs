namespace Stanch.Detection.Filters;

/// <summary>Tells text that repeats a piece of itself (<c>abcd1234abcd1234ABCD1234</c>) from drawn text, which has as many different characters and as much entropy.</summary>
internal static class Repetition
{
    private const int Piece = 3;
    private const int Longest = 64;

    /// <summary>
    /// True where half of all pieces of three characters stand in the text before, in either case. Of 64 random hexadecimal digits one or two do, of 16 decimal ones fewer.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<byte> text)
    {
        Span<byte> lower = stackalloc byte[Longest];
        lower = lower[..Math.Min(text.Length, Longest)];
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = (byte)char.ToLowerInvariant((char)text[i]);
        }

        var again = 0;
        for (var i = 1; i + Piece <= lower.Length; i++)
        {
            again += lower[..(i + Piece - 1)].IndexOf(lower.Slice(i, Piece)) >= 0 ? 1 : 0;
        }

        return lower.Length > Piece && again * 2 > lower.Length - Piece;
    }
}
