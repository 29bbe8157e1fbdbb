using System.Globalization;
using System.Text;

namespace Stanch.Remediation.Guides.Markdown;

/// <summary>Text that Markdown shows as it is: whatever could mean something there, or in the HTML within, is escaped.</summary>
internal static class MarkdownText
{
    private const string Meaningful = "\\`*_[]<>#|~@";

    public static string Escape(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var escaped = new StringBuilder(line.Length + 16);
        foreach (var letter in line)
        {
            if (letter is '&' or '<' or '@') escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)letter};");
            else if (Meaningful.Contains(letter, StringComparison.Ordinal)) escaped.Append('\\').Append(letter);
            else escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>In code, which knows no escapes: entities of HTML.</summary>
    public static string Code(string text) => $"<code>{Escape(text)}</code>";

    public static int LongestRun(string text, char letter)
    {
        var (longest, run) = (0, 0);
        foreach (var each in text)
        {
            run = each == letter ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
