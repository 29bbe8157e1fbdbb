using Stanch.Detection;

namespace Stanch.Reporting;

/// <summary>What a scan came to, in sentences that text, Markdown and HTML share.</summary>
internal static class SummaryText
{
    public const string Advice = "A secret that was shared is known: revoke or replace it first, then take it out of the text.";

    public static string Headline(ReportView view)
    {
        if (view.Counted == 0)
            return $"No secrets found {(view.Report.Target == "." ? "here" : $"in {view.Report.Target}")}.{IgnoredNote(view)}";
        var groups = SecretGroup.Of(view.Report.Counted);
        return $"{Plain.Count(groups.Count, "secret")} in {Plain.Count(view.Counted, "place")}: {ByEvidence(groups)}.{BlockingNote(view)}{IgnoredNote(view)}";
    }

    public static string Read(ScanReport report) =>
        string.Concat("Read ", Plain.Count(report.Coverage.Blobs, "blob"), ", ", Plain.Bytes(report.Coverage.Bytes), ", in ", Plain.Time(report.Finished - report.Started), ".");

    /// <summary>"3 excluded and 1 submodule", or null when nothing was left out.</summary>
    public static string? LeftOut(ReportView view)
    {
        var kinds = view.LeftOut.GroupBy(gap => gap.Kind).OrderBy(kind => kind.Key)
            .Select(kind => Plain.Count(kind.Count(), One(kind.Key))).ToList();
        return kinds.Count == 0 ? null : $"Left out by design: {Plain.List(kinds)}.";
    }

    public static string Ignored(Ignore ignored)
    {
        var reason = ignored.Reason is { Length: > 0 } words ? $": {words}" : "";
        string?[] details = [ignored.Owner, ignored.Expires is { } day ? $"until {day:yyyy-MM-dd}" : null];
        var said = details.Where(detail => !string.IsNullOrEmpty(detail)).ToList();
        return $"ignored {By(ignored.By)}{reason}{(said.Count > 0 ? $" ({string.Join(", ", said)})" : "")}";
    }

    public static string Validity(Validity validity) => validity switch
    {
        Detection.Validity.Valid => "the provider accepts it",
        Detection.Validity.Invalid => "the provider refuses it",
        Detection.Validity.Expired => "it has expired",
        Detection.Validity.Unknown => "the provider gave no clear answer",
        _ => "not checked with the provider",
    };

    public static string Facts(IReadOnlyList<Fact> facts) => string.Join(" · ", facts.Select(fact => $"{Plain.Words(fact.Name)} {fact.Value}"));

    public static string Why(Finding finding) => string.Join(" ", finding.Reasons.Select(Reasons.Explain));

    private static string ByEvidence(IReadOnlyList<SecretGroup> groups) => Plain.List(
    [
        .. groups.GroupBy(group => group.Strongest.Evidence).OrderByDescending(same => same.Key)
            .Select(same => $"{Plain.Number(same.Count())} {(same.Key == Evidence.Review ? "to review" : ReportWords.Of(same.Key))}"),
    ]);

    private static string BlockingNote(ReportView view) => view.Blocking switch
    {
        0 => " None of them blocks.",
        1 => " 1 place blocks.",
        var places => $" {Plain.Number(places)} places block.",
    };

    private static string IgnoredNote(ReportView view)
    {
        var by = view.Report.Findings.Where(finding => finding.Ignored is not null).GroupBy(finding => finding.Ignored!.By)
            .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => $"{Plain.Number(same.Count())} {By(same.Key)}").ToList();
        return by.Count == 0 ? "" : $" Ignored: {Plain.List(by)}.";
    }

    private static string By(string decision) => decision switch
    {
        "baseline" => "by the baseline",
        "inline" => "by a comment in the line",
        "config" => "by the configuration",
        _ => $"by {decision}",
    };

    private static string One(GapKind kind) => kind switch
    {
        GapKind.Excluded => "excluded path",
        GapKind.SpecialFile => "special file",
        GapKind.Submodule => "submodule",
        GapKind.LargeFileStorage => "Git LFS pointer",
        _ => ReportWords.Of(kind),
    };
}
