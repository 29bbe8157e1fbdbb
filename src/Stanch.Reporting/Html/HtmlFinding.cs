using System.Globalization;
using Stanch.Detection;

namespace Stanch.Reporting.Html;

/// <summary>One secret with all its places, as an item of the list.</summary>
internal static class HtmlFinding
{
    /// <summary>How many places are shown with their lines; a page of a history with thousands should still open.</summary>
    private const int PlacesWithLines = 10;

    public static void Write(HtmlPage page, SecretGroup group, int number, ReportView view)
    {
        var evidence = ReportWords.Of(group.Strongest.Evidence);
        var style = group.Strongest.Ignored is null ? evidence : $"{evidence} ignored";
        page.Line($"<li class=\"finding {style}\" data-evidence=\"{evidence}\" data-severity=\"{ReportWords.Of(group.Detector.Severity)}\" data-blocking=\"{(group.Blocking ? "true" : "false")}\">");
        page.Line(string.Create(CultureInfo.InvariantCulture, $"<article aria-labelledby=\"finding-{number}\">"));
        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<h3 id=\"finding-{number}\">")).Text(group.Detector.Name).Raw(" ").Element("code", view.Shown(group.Secret)).Line("</h3>");
        WriteState(page, group);
        page.Line("<dl>");
        Entry(page, "Why", SummaryText.Why(group.Strongest));
        Entry(page, "Facts", SummaryText.Facts(group.Facts));
        WritePlaces(page, group, view);
        Entry(page, "What", group.Detector.What);
        Entry(page, "Next", group.Detector.NextStep);
        Command(page, "Guide", Suggestions.Guide(group.Detector));
        if (group.Strongest.Ignored is null && Suggestions.Ignore(group.Strongest) is { } ignore)
            Command(page, "Ignore", ignore);
        page.Line("</dl>").Line("</article>").Line("</li>");
    }

    private static void WriteState(HtmlPage page, SecretGroup group)
    {
        page.Raw("<p>").Element("span", ReportWords.Of(group.Strongest.Evidence), "evidence").Raw(" · ").Text(ReportWords.Of(group.Detector.Severity));
        if (group.Validity != Validity.NotChecked)
            page.Raw(" · ").Text(SummaryText.Validity(group.Validity));
        if (group.Blocking)
            page.Raw(" · ").Element("span", "blocking", "blocking");
        page.Line("</p>");
    }

    private static void WritePlaces(HtmlPage page, SecretGroup group, ReportView view)
    {
        page.Line("<dt>Where</dt>");
        foreach (var (index, place) in group.Places.Index())
            WritePlace(page, place, view, withLines: index < PlacesWithLines);
    }

    private static void WritePlace(HtmlPage page, Finding place, ReportView view, bool withLines)
    {
        page.Raw("<dd>").Element("code", string.Create(CultureInfo.InvariantCulture, $"{place.Provenance.Path}:{place.Location.Line}:{place.Location.Column}"));
        if (ProvenanceText.Parts(place.Provenance) is { Count: > 0 } parts)
            page.Raw("<br>").Element("span", string.Join(" · ", parts), "quiet");
        if (place.Ignored is { } ignored)
            page.Raw("<br>").Element("span", SummaryText.Ignored(ignored), "good");
        if (withLines)
            WriteLines(page, FindingContext.Of(place, view.Options));
        page.Line("</dd>");
    }

    private static void WriteLines(HtmlPage page, IReadOnlyList<ContextLine> lines)
    {
        if (lines.Count == 0)
            return;
        var digits = lines.Max(line => line.Number).ToString(CultureInfo.InvariantCulture).Length;
        page.Raw("<pre>");
        foreach (var line in lines)
            WriteLine(page, line, digits);
        page.Raw("</pre>");
    }

    private static void WriteLine(HtmlPage page, ContextLine line, int digits)
    {
        var number = line.Number == 0 ? "⋮" : line.Number.ToString(CultureInfo.InvariantCulture);
        page.Element("span", number.PadLeft(digits) + "  ", "number").Text(Source(line.Before));
        if (line.Marked.Length > 0)
            page.Element("mark", Source(line.Marked));
        page.Text(Source(line.After)).Line();
    }

    private static string Source(string text) => Text.TerminalText.CleanLine(text);

    private static void Entry(HtmlPage page, string label, string text)
    {
        if (text.Length > 0)
            page.Element("dt", label).Element("dd", text).Line();
    }

    private static void Command(HtmlPage page, string label, string command) =>
        page.Element("dt", label).Raw("<dd>").Element("code", command).Line("</dd>");
}
