using System.Globalization;
using System.Text;

namespace Stanch.Reporting.Text;

/// <summary>
/// Text from what was scanned, made safe for a terminal: controls, escape codes and whatever turns or hides text (bidirectional overrides,
/// zero-width characters) are shown as escapes instead of obeyed.
/// </summary>
internal static class TerminalText
{
    public static string Clean(string text)
    {
        if (IsHarmless(text))
            return text;
        var clean = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
            Append(clean, rune);
        return clean.ToString();
    }

    /// <summary>A line of source: tabs become spaces, and the carriage return of its end goes.</summary>
    public static string CleanLine(string text) => Clean(text.TrimEnd('\r', '\n').Replace("\t", "    ", StringComparison.Ordinal));

    /// <summary>Columns that clean text takes on a terminal.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>The start of clean text, as much as fits, with an ellipsis where something was cut.</summary>
    public static string KeepStart(string text, int columns)
    {
        if (Width(text) <= columns)
            return text;
        var (kept, used) = (0, 1);
        foreach (var rune in text.EnumerateRunes())
        {
            used += Width(rune);
            if (used > columns)
                break;
            kept += rune.Utf16SequenceLength;
        }
        return $"{text[..kept]}…";
    }

    /// <summary>The end of clean text, as much as fits, with an ellipsis where something was cut.</summary>
    public static string KeepEnd(string text, int columns)
    {
        var surplus = Width(text) - columns;
        if (surplus <= 0)
            return text;
        var (cut, freed) = (0, -1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (freed >= surplus)
                break;
            freed += Width(rune);
            cut += rune.Utf16SequenceLength;
        }
        return $"…{text[cut..]}";
    }

    private static bool IsHarmless(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (IsShown(rune))
            clean.Append(rune.ToString());
        else
            clean.Append(rune.Value switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < 0x100 => $"\\x{rune.Value:x2}",
                _ => $"\\u{{{rune.Value:x}}}",
            });
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static int Width(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : IsWide(rune.Value) ? 2 : 1;

    /// <summary>The blocks that terminals draw two columns wide (UAX #11, wide and full-width).</summary>
    private static bool IsWide(int value) => value
        is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x4DBF) or (>= 0x4E00 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
