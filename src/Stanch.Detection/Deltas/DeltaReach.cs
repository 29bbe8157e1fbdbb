using System.Buffers;
using Stanch.Detection.Assignments;

namespace Stanch.Detection.Deltas;

/// <summary>
/// How far around a keyword or a sign its reading looks: what changes farther away makes no difference. <c>DESIGN.md</c> beside this file says why.
/// </summary>
internal static class DeltaReach
{
    /// <summary>Bytes behind a keyword's end that its reading may look at, unless it <see cref="MayBeLong"/>.</summary>
    public const int After = 400;

    /// <summary>Bytes before a keyword's start that its reading may look at, unless it <see cref="MayBeLong"/>.</summary>
    public const int Before = 320;

    /// <summary>A detector that asks for a value of more bytes may look farther for the value that it does not take.</summary>
    public const int ShortValue = 256;

    // The rest of the name, what stands between, and a quotation mark: from there on, the reading of a value stops at the line's end.
    private const int LineStart = AssignmentReader.NameReach + AssignmentReader.GapReach + 16;

    // The same, and an expression before a literal.
    private const int ValueStart = LineStart + FallbackReader.Reach;

    // Most bytes on either side of a sign.
    private const int Sign = 192;

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);
    private static readonly SearchValues<byte> NamesAndBlanks = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.$ \t"u8);

    /// <summary>Keywords that end before this do not look at <paramref name="change"/> or what is behind it.</summary>
    public static int KeywordsFrom(int change) => Math.Max(0, change - After);

    /// <summary>Keywords that end here or later do not look at what is before <paramref name="change"/>.</summary>
    /// <param name="length">Of the blob.</param>
    /// <param name="longest">Bytes of the longest keyword.</param>
    public static int KeywordsTo(int change, int length, int longest) => (int)Math.Min(length, (long)change + Before + longest + 1);

    /// <summary>Signs, and runs that end, before this do not look at <paramref name="change"/> or what is behind it.</summary>
    public static int SignsFrom(ReadOnlySpan<byte> content, int change) =>
        content[..Math.Max(0, change - Sign)].LastIndexOfAnyExcept(Decoding.Base64Alphabet.Bytes) + 1;

    /// <summary>Signs and runs that start here or later do not look at what is before <paramref name="change"/>.</summary>
    public static int SignsTo(ReadOnlySpan<byte> content, int change)
    {
        var to = Math.Min(content.Length, change + Sign);
        var next = content[to..].IndexOfAnyExcept(Decoding.Base64Alphabet.Bytes);
        return next < 0 ? content.Length : to + next + 1;
    }

    /// <summary>
    /// True where the reading of an assignment may go on beyond the bounds: on a long line, in quotes that span lines, backwards from a comparison.
    /// </summary>
    public static bool MayBeLong(ReadOnlySpan<byte> content, int keywordStart, int keywordEnd) => MayBeLongAhead(content[keywordEnd..]) || MayBeLongBack(content[..keywordStart]);

    private static bool MayBeLongAhead(ReadOnlySpan<byte> ahead)
    {
        if (ahead.Length < After)
        {
            // Where the end changes, this is searched anyway.
            return false;
        }

        var values = ahead[..ValueStart];
        return !ahead[LineStart..After].ContainsAny(LineBreaks) || values.Contains((byte)'`') || values.IndexOf("\"\"\""u8) >= 0 || values.IndexOf("'''"u8) >= 0;
    }

    private static bool MayBeLongBack(ReadOnlySpan<byte> before)
    {
        if (before.Length <= Before)
        {
            return false;
        }

        before = before[^Before..];
        return !before.ContainsAny(LineBreaks) && (before.IndexOf("=="u8) >= 0 || before.IndexOf("!="u8) >= 0 || before.IndexOf((byte)'(') >= 0 || !before.ContainsAnyExcept(NamesAndBlanks));
    }
}
