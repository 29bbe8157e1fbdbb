using Stanch.Detection.Assignments;

namespace Stanch.Detection.Model;

/// <summary>How an assignment stands on its line.</summary>
internal static class SyntaxFeatures
{
    /// <summary>Most bytes of a line that are looked at on either side.</summary>
    public const int LineReach = 512;

    public static void Describe(ReadOnlySpan<byte> content, Assignment assignment, Span<byte> features)
    {
        var before = LineBefore(content, assignment.NameStart);
        var after = LineAfter(content, Math.Max(assignment.ValueEnd, assignment.NameEnd));
        var gapStart = Math.Min(assignment.NameEnd, assignment.ValueEnd);
        var gap = content[gapStart..Math.Max(gapStart, assignment.ValueStart)];
        ValueFeatures.Set(features, Feature.Separator, (int)assignment.Separator);
        ValueFeatures.Set(features, Feature.Quoted, QuoteOf(content, assignment));
        ValueFeatures.Set(features, Feature.InText, IsInText(content, assignment, before) ? 1 : 0);
        ValueFeatures.Set(features, Feature.InComment, IsComment(before) ? 1 : 0);
        ValueFeatures.Set(features, Feature.Before, KindBefore(before));
        ValueFeatures.Set(features, Feature.After, KindAfter(after, assignment.Quoted));
        ValueFeatures.Set(features, Feature.Gap, gap.Length);
        ValueFeatures.Set(features, Feature.WordsOnLine, CountWords(before));
        ValueFeatures.Set(features, Feature.LineLength, (before.Length + after.Length) / 4);
        ValueFeatures.Set(features, Feature.Wrapped, gap.IndexOf((byte)'[') >= 0 ? 2 : assignment.Separator != Separator.Call && gap.IndexOf((byte)'(') >= 0 ? 1 : 0);
    }

    /// <summary>What stands before a name on its line.</summary>
    public static ReadOnlySpan<byte> LineBefore(ReadOnlySpan<byte> content, int nameStart)
    {
        var before = content[Math.Max(0, nameStart - LineReach)..nameStart];
        return before[(before.LastIndexOf((byte)'\n') + 1)..];
    }

    /// <summary>True where the line is a comment from its start on.</summary>
    public static bool IsComment(ReadOnlySpan<byte> before)
    {
        var text = before.TrimStart(" \t"u8);
        return text.StartsWith("//"u8) || text.StartsWith("# "u8) || text.StartsWith("##"u8) || text.StartsWith("* "u8) || text.StartsWith("/*"u8)
            || text.StartsWith("--"u8) || text.StartsWith(";"u8) || text.StartsWith("<!--"u8) || (text.Length == 1 && text[0] == (byte)'#');
    }

    /// <summary>True where the name stands inside a string that began before it: a URL, a command, a document within code. A quoted name of its own does not.</summary>
    public static bool IsInText(ReadOnlySpan<byte> content, Assignment assignment, ReadOnlySpan<byte> before)
    {
        byte open = 0;
        var opened = 0;
        for (var i = 0; i < before.Length; i++)
        {
            var b = before[i];
            if (b is not ((byte)'"' or (byte)'\'' or (byte)'`') || (i > 0 && before[i - 1] == (byte)'\\'))
            {
                continue;
            }

            if (open == b)
            {
                open = 0;
            }
            else if (open == 0 && !(b == (byte)'\'' && i > 0 && char.IsAsciiLetter((char)before[i - 1])))
            {
                (open, opened) = (b, i);
            }
        }

        return open != 0 && !(opened == before.Length - 1 && assignment.NameEnd < content.Length && content[assignment.NameEnd] == open);
    }

    private static ReadOnlySpan<byte> LineAfter(ReadOnlySpan<byte> content, int end)
    {
        var after = content[end..Math.Min(content.Length, end + LineReach)];
        var next = after.IndexOf((byte)'\n');
        return next < 0 ? after : after[..next];
    }

    private static int QuoteOf(ReadOnlySpan<byte> content, Assignment assignment) =>
        !assignment.Quoted || assignment.ValueStart == 0 ? 0 : content[assignment.ValueStart - 1] switch { (byte)'"' => 1, (byte)'\'' => 2, _ => 3 };

    private static int KindBefore(ReadOnlySpan<byte> before)
    {
        var text = before.TrimEnd(" \t"u8);
        return text.IsEmpty ? 0 : text[^1] switch
        {
            (byte)'"' or (byte)'\'' or (byte)'`' => 1,
            (byte)'.' or (byte)'>' => 2,
            (byte)'?' or (byte)'&' => 3,
            (byte)'(' or (byte)',' => 4,
            (byte)'{' or (byte)'[' => 5,
            (byte)'<' => 6,
            (byte)'-' => 7,
            (byte)'/' or (byte)'#' or (byte)'*' or (byte)';' => 8,
            (byte)'@' or (byte)'$' or (byte)'%' => 9,
            var b when char.IsAsciiLetterOrDigit((char)b) => 10,
            >= 0x80 => 11,
            _ => 12,
        };
    }

    private static int KindAfter(ReadOnlySpan<byte> after, bool quoted)
    {
        var text = after.TrimEnd("\r"u8);
        text = (quoted && !text.IsEmpty ? text[1..] : text).TrimStart(" \t"u8);
        return text.IsEmpty ? 0 : text[0] switch
        {
            (byte)',' => 1,
            (byte)';' => 2,
            (byte)')' => 3,
            (byte)'}' or (byte)']' => 4,
            (byte)'+' => 5,
            (byte)'"' or (byte)'\'' or (byte)'`' => 6,
            (byte)'&' or (byte)'|' => 7,
            (byte)'<' or (byte)'/' => 8,
            (byte)'\\' => 9,
            (byte)':' or (byte)'=' or (byte)'?' => 10,
            (byte)'(' or (byte)'[' or (byte)'{' or (byte)'.' => 11,
            (byte)'#' => 12,
            var b when char.IsAsciiLetterOrDigit((char)b) => 13,
            >= 0x80 => 14,
            _ => 15,
        };
    }

    private static int CountWords(ReadOnlySpan<byte> before)
    {
        var words = 0;
        for (var i = 0; i < before.Length; i++)
        {
            words += char.IsAsciiLetter((char)before[i]) && (i == 0 || !char.IsAsciiLetter((char)before[i - 1])) ? 1 : 0;
        }

        return words;
    }
}
