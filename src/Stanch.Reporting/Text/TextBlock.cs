using Stanch.Detection;

namespace Stanch.Reporting.Text;

/// <summary>One secret: what it is, how sure we are and why, where it stands, what to do.</summary>
internal static class TextBlock
{
    private const int Margin = 2;
    private const int Label = 8;
    private const int Indent = Margin + Label;

    /// <summary>How many of its places are shown with their lines; the others by path and line only.</summary>
    private const int PlacesWithLines = 3;

    /// <param name="isFirst">False when an earlier block already said what this kind of secret is.</param>
    public static void Write(TextPage page, SecretGroup group, ReportView view, bool isFirst)
    {
        WriteHead(page, group, view);
        Field(page, "Why", SummaryText.Why(group.Strongest));
        if (group.Facts.Count > 0)
            Field(page, "Facts", SummaryText.Facts(group.Facts));
        WritePlaces(page, group, view);
        WriteWayOut(page, group, isFirst);
        page.Line();
    }

    private static void WriteHead(TextPage page, SecretGroup group, ReportView view)
    {
        var evidence = EvidenceStyle(group);
        page.Piece("● ", evidence);
        page.Piece(group.Detector.Name, Style.Strong);
        page.Piece("  ");
        page.Line(view.Shown(group.Secret), evidence);
        page.Piece(new string(' ', Margin));
        page.Piece(ReportWords.Of(group.Strongest.Evidence), evidence);
        page.Piece($" · {ReportWords.Of(group.Detector.Severity)}");
        if (group.Validity != Validity.NotChecked)
            page.Piece($" · {SummaryText.Validity(group.Validity)}");
        if (group.Blocking)
            page.Piece(" · blocking", Style.Alarm);
        page.Line();
    }

    private static void WritePlaces(TextPage page, SecretGroup group, ReportView view)
    {
        var label = "Where";
        foreach (var (index, place) in group.Places.Take(view.Options.PlacesShown).Index())
        {
            LabelFor(page, label);
            WritePlace(page, place, view, withLines: index < PlacesWithLines);
            label = "";
        }
        if (group.Places.Count > view.Options.PlacesShown)
            Field(page, "", $"… and {Plain.Count(group.Places.Count - view.Options.PlacesShown, "more place")}; --report json lists all.", Style.Quiet);
    }

    private static void WritePlace(TextPage page, Finding place, ReportView view, bool withLines)
    {
        page.Line($"{place.Provenance.Path}:{place.Location.Line}:{place.Location.Column}", Style.Strong);
        if (ProvenanceText.Parts(place.Provenance) is { Count: > 0 } parts)
            Field(page, "", string.Join(" · ", parts), Style.Quiet);
        if (place.Ignored is { } ignored)
            Field(page, "", SummaryText.Ignored(ignored), Style.Good);
        if (withLines)
            TextLines.Write(page, FindingContext.Of(place, view.Options), Indent, view.Options.Width, EvidenceStyle(place.Evidence));
    }

    private static void WriteWayOut(TextPage page, SecretGroup group, bool isFirst)
    {
        if (isFirst && group.Detector.What.Length > 0)
            Field(page, "What", group.Detector.What);
        if (group.Detector.NextStep.Length > 0)
            Field(page, "Next", group.Detector.NextStep);
        Command(page, "Guide", Suggestions.Guide(group.Detector));
        if (group.Strongest.Ignored is null && Suggestions.Ignore(group.Strongest) is { } ignore)
            Command(page, "Ignore", ignore);
    }

    private static void Field(TextPage page, string label, string text, Style style = Style.Plain)
    {
        LabelFor(page, label);
        page.Prose(text, Indent, style);
    }

    /// <summary>Not wrapped: it is there to be copied.</summary>
    private static void Command(TextPage page, string label, string command)
    {
        LabelFor(page, label);
        page.Line(command, Style.Command);
    }

    private static void LabelFor(TextPage page, string label)
    {
        page.Piece(new string(' ', Margin));
        page.Piece(label.PadRight(Label), Style.Quiet);
    }

    private static Style EvidenceStyle(SecretGroup group) =>
        group.Strongest.Ignored is null ? EvidenceStyle(group.Strongest.Evidence) : Style.Quiet;

    private static Style EvidenceStyle(Evidence evidence) => evidence switch
    {
        Evidence.Confirmed => Style.Alarm,
        Evidence.Likely => Style.Warning,
        _ => Style.Note,
    };
}
