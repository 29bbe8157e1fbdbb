using System.Buffers;
using Stanch.Detection.Assignments;

namespace Stanch.Detection.Deltas;

/// <summary>
/// How far around a keyword or a sign its reading looks: what changes farther away makes no difference. <c>DESIGN.md</c> beside this file says why.
/// </summary>
internal static class DeltaReach
{
    /// <summary>Bytes behind a keyword's end that its reading may look at, beside the rest of the line that its value starts on.</summary>
    public const int After = 400;

    /// <summary>Bytes before a keyword's start that its reading may look at, beside the start of its line.</summary>
    public const int Before = 320;

    /// <summary>Where an assigned value starts at the latest, behind its keyword: the rest of the name, what stands between, an expression before a literal, quotes.</summary>
    private const int ValueStart = AssignmentReader.NameReach + AssignmentReader.GapReach + FallbackReader.Reach + 16;

    /// <summary>A detector that asks for a value of more bytes may look beyond a line's end for the value that it does not take.</summary>
    public const int ShortValue = 256;

    /// <summary>Where that expression starts at the latest: from there on, the reading stops at the line's end.</summary>
    private const int LineStart = AssignmentReader.NameReach + AssignmentReader.GapReach + 16;

    /// <summary>Most bytes of a line that are read before or behind a name.</summary>
    private const int Line = AssignmentReader.ValueReach + ValueStart;

    /// <summary>Most bytes on either side of a sign.</summary>
    private const int Sign = 192;

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    /// <summary>Keywords that end before this do not look at <paramref name="change"/> or what is behind it.</summary>
    public static int KeywordsFrom(ReadOnlySpan<byte> content, int change)
    {
        var from = Math.Max(0, change - Line);
        var lineStart = from + content[from..change].LastIndexOfAny(LineBreaks) + 1;
        return Math.Max(0, Math.Min(lineStart - LineStart, change - After));
    }

    /// <summary>Keywords that end here or later do not look at what is before <paramref name="change"/>.</summary>
    /// <param name="longest">Bytes of the longest keyword.</param>
    public static int KeywordsTo(ReadOnlySpan<byte> content, int change, int longest)
    {
        var rest = content[change..];
        var lineEnd = rest[..Math.Min(rest.Length, Line)].IndexOfAny(LineBreaks);
        var end = change + (lineEnd >= 0 ? lineEnd + 1 : LongLine(rest));
        return Math.Min(content.Length, Math.Max(end, change + Before) + longest + 1);
    }

    /// <summary>Signs, and runs that end, before this do not look at <paramref name="change"/> or what is behind it.</summary>
    public static int SignsFrom(ReadOnlySpan<byte> content, int change)
    {
        var from = Math.Max(0, change - Sign);
        return content[..from].LastIndexOfAnyExcept(Decoding.Base64Alphabet.Bytes) + 1;
    }

    /// <summary>Signs and runs that start here or later do not look at what is before <paramref name="change"/>.</summary>
    public static int SignsTo(ReadOnlySpan<byte> content, int change)
    {
        var to = Math.Min(content.Length, change + Sign);
        var next = content[to..].IndexOfAnyExcept(Decoding.Base64Alphabet.Bytes);
        return next < 0 ? content.Length : to + next + 1;
    }

    /// <summary>True where a value may start that goes on over line breaks: its end may be kilobytes away.</summary>
    public static bool MayOpenLines(ReadOnlySpan<byte> content, int keywordEnd)
    {
        var ahead = content.Slice(keywordEnd, Math.Min(ValueStart, content.Length - keywordEnd));
        return ahead.Contains((byte)'`') || ahead.IndexOf("\"\"\""u8) >= 0 || ahead.IndexOf("'''"u8) >= 0;
    }

    // A comparison is read backwards over any number of blanks, and over a value on the same line.
    private static int LongLine(ReadOnlySpan<byte> text)
    {
        var others = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (byte)'\r' or (byte)'\n' || others == Line)
            {
                return i + 1;
            }

            others += text[i] is (byte)' ' or (byte)'\t' ? 0 : 1;
        }

        return text.Length;
    }
}
