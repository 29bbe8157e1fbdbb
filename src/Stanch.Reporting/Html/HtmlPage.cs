using System.Text.Encodings.Web;
using System.Text.Unicode;
using Stanch.Reporting.Text;

namespace Stanch.Reporting.Html;

/// <summary>Writes HTML. Markup comes from this project alone; all else goes through <see cref="Text"/>, which escapes it.</summary>
internal sealed class HtmlPage(TextWriter writer)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text as it may stand in an element or a quoted attribute; what turns or hides text is shown as an escape.</summary>
    public static string Escape(string text) => Encoder.Encode(TerminalText.Clean(text));

    /// <summary>Markup of our own.</summary>
    public HtmlPage Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Any text.</summary>
    public HtmlPage Text(string text) => Raw(Escape(text));

    /// <summary>An element that holds text only.</summary>
    public HtmlPage Element(string name, string text, string? style = null) =>
        Raw(style is null ? $"<{name}>" : $"<{name} class=\"{style}\">").Text(text).Raw($"</{name}>");

    public HtmlPage Line(string markup = "") => Raw(markup).Raw("\n");
}
