using System.Text;
using Stanch.Detection;
using Stanch.Reporting.Markdown;

namespace Stanch.Reporting.Formats;

/// <summary>A table with details below it, for the comment of a pull or merge request (GitHub flavour: https://github.github.com/gfm/).</summary>
internal sealed class MarkdownFormat : IReportFormat
{
    /// <summary>Keeps the whole within the 65,536 characters of a comment on GitHub.</summary>
    private const int MostSecrets = 40;

    private const int MostPlaces = 5;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "markdown";

    public string Summary => "A table with details, for the comment of a pull request.";

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        var view = new ReportView(report, options);
        using var page = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        var groups = SecretGroup.Of(view.Findings);
        page.WriteLine($"## Stanch: {(view.Counted == 0 ? "no secrets found" : Plain.Count(groups.Count(group => group.Strongest.Ignored is null), "secret"))}");
        page.WriteLine();
        page.WriteLine(MarkdownText.Escape(SummaryText.Headline(view)));
        if (groups.Count > 0)
            WriteSecrets(page, groups, view);
        WriteCoverage(page, view);
    }

    private static void WriteSecrets(StreamWriter page, IReadOnlyList<SecretGroup> groups, ReportView view)
    {
        page.WriteLine();
        page.WriteLine("| Evidence | Severity | What | Secret | Where |");
        page.WriteLine("|---|---|---|---|---|");
        foreach (var group in groups.Take(MostSecrets))
            WriteRow(page, group, view);
        if (groups.Count > MostSecrets)
            page.WriteLine($"\n… and {Plain.Count(groups.Count - MostSecrets, "more secret")}; `--report jsonl` lists all.");
        page.WriteLine();
        foreach (var group in groups.Take(MostSecrets))
            WriteDetails(page, group);
    }

    private static void WriteRow(StreamWriter page, SecretGroup group, ReportView view)
    {
        var evidence = ReportWords.Of(group.Strongest.Evidence);
        var state = group.Strongest.Ignored is not null ? $"{evidence}, ignored" : group.Blocking ? $"**{evidence}**, blocking" : evidence;
        var more = group.Places.Count > 1 ? $" and {Plain.Number(group.Places.Count - 1)} more" : "";
        page.WriteLine($"| {state} | {ReportWords.Of(group.Detector.Severity)} | {MarkdownText.Escape(group.Detector.Name)} " +
            $"| {MarkdownText.Code(view.Shown(group.Secret))} | {Place(group.Strongest)}{more} |");
    }

    private static void WriteDetails(StreamWriter page, SecretGroup group)
    {
        page.WriteLine($"<details><summary>{MarkdownText.Escape(group.Detector.Name)} in {Place(group.Strongest)}</summary>");
        page.WriteLine();
        page.WriteLine($"- **Why**: {MarkdownText.Escape(SummaryText.Why(group.Strongest))}");
        if (group.Facts.Count > 0)
            page.WriteLine($"- **Facts**: {MarkdownText.Code(SummaryText.Facts(group.Facts))}");
        foreach (var place in group.Places.Take(MostPlaces))
            page.WriteLine($"- **Where**: {Place(place)}{From(place)}");
        if (group.Places.Count > MostPlaces)
            page.WriteLine($"- … and {Plain.Count(group.Places.Count - MostPlaces, "more place")}");
        if (group.Detector.What.Length > 0)
            page.WriteLine($"- **What**: {MarkdownText.Escape(group.Detector.What)}");
        if (group.Detector.NextStep.Length > 0)
            page.WriteLine($"- **Next**: {MarkdownText.Escape(group.Detector.NextStep)}");
        page.WriteLine($"- **Guide**: {MarkdownText.Code(Suggestions.Guide(group.Detector))}");
        page.WriteLine();
        page.WriteLine("</details>");
    }

    private static string Place(Finding place) => MarkdownText.Code($"{place.Provenance.Path}:{place.Location.Line}");

    private static string From(Finding place)
    {
        string[] parts = [.. ProvenanceText.Parts(place.Provenance), .. place.Ignored is { } ignored ? [SummaryText.Ignored(ignored)] : Array.Empty<string>()];
        return parts.Length == 0 ? "" : $", {MarkdownText.Code(string.Join(" · ", parts))}";
    }

    private static void WriteCoverage(StreamWriter page, ReportView view)
    {
        page.WriteLine();
        page.WriteLine($"{SummaryText.Read(view.Report)} {SummaryText.LeftOut(view)}".TrimEnd());
        foreach (var remark in view.Report.Coverage.Remarks)
            page.WriteLine($"\n> {MarkdownText.Escape(remark)}");
        var failures = view.Failures.ToList();
        if (failures.Count == 0)
            return;
        page.WriteLine($"\n**{Plain.Count(failures.Count, "item")} could not be read:**\n");
        foreach (var gap in failures.Take(view.Options.FailuresShown))
            page.WriteLine($"- {MarkdownText.Code(gap.Path)}, {ReportWords.Of(gap.Kind)}: {MarkdownText.Escape(gap.Detail)}");
        if (failures.Count > view.Options.FailuresShown)
            page.WriteLine($"- … and {Plain.Number(failures.Count - view.Options.FailuresShown)} more");
    }
}
