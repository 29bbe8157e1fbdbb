using Stanch.Detection;

namespace Stanch.Reporting.Text;

/// <summary>The end of the page: what was found, what was read, what was not and why, how to go on.</summary>
internal static class TextSummary
{
    private const int Indent = 2;

    public static void Write(TextPage page, ReportView view)
    {
        page.Prose(SummaryText.Headline(view), 0, view.Counted == 0 ? Style.Good : Style.Strong);
        page.Prose(SummaryText.Read(view.Report), 0);
        WriteFailures(page, view);
        if (SummaryText.LeftOut(view) is { } leftOut)
            page.Prose(leftOut, 0);
        foreach (var remark in view.Report.Coverage.Remarks)
            page.Prose($"Note: {remark}", 0, Style.Note);
        if (view.Counted > 0)
            WriteHowToGoOn(page, view);
    }

    private static void WriteFailures(TextPage page, ReportView view)
    {
        var failures = view.Failures.ToList();
        if (failures.Count == 0)
            return;
        page.Prose($"{Plain.Count(failures.Count, "item")} could not be read, so this is not the whole picture:", 0, Style.Warning);
        foreach (var gap in failures.Take(view.Options.FailuresShown))
            WriteFailure(page, gap);
        if (failures.Count > view.Options.FailuresShown)
            page.Line($"  … and {Plain.Number(failures.Count - view.Options.FailuresShown)} more; --report json lists all.", Style.Quiet);
    }

    private static void WriteFailure(TextPage page, CoverageGap gap)
    {
        page.Piece(new string(' ', Indent));
        page.Piece(gap.Path, Style.Strong);
        page.Piece("  ");
        page.Prose($"{ReportWords.Of(gap.Kind)}: {gap.Detail}", Indent + 2, column: TerminalText.Width(TerminalText.Clean(gap.Path)));
    }

    private static void WriteHowToGoOn(TextPage page, ReportView view)
    {
        page.Line();
        page.Prose(SummaryText.Advice, 0);
        if (!view.Options.ShowSecrets)
            page.Prose("Secrets are redacted; --show-secrets shows them.", 0, Style.Quiet);
        page.Prose($"`{Suggestions.Baseline}` accepts what is there and reports only what is new.", 0, Style.Quiet);
    }
}
