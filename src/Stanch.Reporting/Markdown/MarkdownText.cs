using System.Text;
using Stanch.Reporting.Text;

namespace Stanch.Reporting.Markdown;

/// <summary>Text that Markdown, and the HTML in it, shows as it is: whatever could mean something stands as a character reference.</summary>
internal static class MarkdownText
{
    private const string Harmless = " ,./-";

    public static string Escape(string text)
    {
        var clean = TerminalText.Clean(string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        var escaped = new StringBuilder(clean.Length + 16);
        foreach (var letter in clean)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter > '~' || Harmless.Contains(letter, StringComparison.Ordinal))
                escaped.Append(letter);
            else
                escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $"&#{(int)letter};");
        }
        return escaped.ToString();
    }

    /// <summary>In code, where no mention, link or reference to an issue is made of it either. A line break is shown as one.</summary>
    public static string Code(string text) => $"<code>{Escape(TerminalText.Clean(text))}</code>";
}
