using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Stanch.Remediation.Guides.Html;

/// <summary>Writes HTML. Markup comes from this project alone; all else goes through <see cref="Text"/>, which escapes it.</summary>
internal sealed class HtmlPage(TextWriter writer)
{
    private const string GeneralMark = "General: ";
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text as it may stand in an element or a quoted attribute.</summary>
    public static string Escape(string text) => s_encoder.Encode(text);

    /// <summary>Markup of our own.</summary>
    public HtmlPage Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Any text on one line.</summary>
    public HtmlPage Text(string text) => Raw(Escape(text));

    /// <summary>Code, whose lines stay.</summary>
    public HtmlPage Code(string text) => Raw(string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(Escape)));

    /// <summary>A sentence; advice that fits any provider shows its mark.</summary>
    public HtmlPage Prose(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.StartsWith(GeneralMark, StringComparison.Ordinal) ? Raw("<span class=\"general\">General</span> ").Text(line[GeneralMark.Length..]) : Text(line);
    }

    /// <summary>An element that holds text only.</summary>
    public HtmlPage Element(string name, string text, string? style = null) =>
        Raw(style is null ? $"<{name}>" : $"<{name} class=\"{style}\">").Text(text).Raw($"</{name}>");

    public HtmlPage Line(string markup = "") => Raw(markup).Raw("\n");
}
