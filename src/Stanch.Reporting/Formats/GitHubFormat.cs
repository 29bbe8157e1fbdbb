using System.Globalization;
using System.Text;
using Stanch.Detection;
using Stanch.Reporting.Text;

namespace Stanch.Reporting.Formats;

/// <summary>
/// Annotations of GitHub Actions, by workflow commands
/// (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions). GitHub shows the first ten of each level of a
/// step, so the strongest come first.
/// </summary>
internal sealed class GitHubFormat : IReportFormat
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "github";

    public string Summary => "Annotations on the changed lines, for GitHub Actions.";

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var log = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        var view = new ReportView(report, options);
        foreach (var finding in Annotation.StrongestFirst(view))
            log.WriteLine($"::{Level(finding)} {Place(finding)}title={Property(finding.Detector.Name)}::{Data(Annotation.Message(finding, view))}");
        foreach (var gap in view.Failures.Take(options.FailuresShown))
            log.WriteLine($"::warning title=Not read::{Data($"{gap.Path}: {ReportWords.Of(gap.Kind)}: {gap.Detail}")}");
        log.WriteLine($"::notice title=Stanch::{Data($"{SummaryText.Headline(view)} {SummaryText.Read(report)}{MoreFailures(view)}")}");
    }

    private static string Level(Finding finding) => finding switch
    {
        { Ignored: not null } => "notice",
        { Blocking: true } => "error",
        { Evidence: Evidence.Review } => "notice",
        _ => "warning",
    };

    /// <summary>
    /// Columns only on one line, as GitHub wants it. What stands in no file of today, or under a path that a log cannot show, is told in
    /// the message alone.
    /// </summary>
    private static string Place(Finding finding)
    {
        var (path, place) = (finding.Provenance.Path, finding.Location);
        if (!Annotation.HasPlace(finding))
            return "";
        var columns = place.Line == place.EndLine ? string.Create(CultureInfo.InvariantCulture, $"col={place.Column},endColumn={place.EndColumn},") : "";
        return string.Create(CultureInfo.InvariantCulture, $"file={Property(path)},line={place.Line},endLine={place.EndLine},{columns}");
    }

    private static string MoreFailures(ReportView view) =>
        view.Failures.Count() - view.Options.FailuresShown is > 0 and var more ? $" {Plain.Number(more)} more could not be read." : "";

    private static string Data(string text) => string.Join("%0A", text.Replace("%", "%25", StringComparison.Ordinal).Split('\n').Select(TerminalText.Clean));

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
