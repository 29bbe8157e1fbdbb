using Stanch.Detection;
using Stanch.Reporting.Text;

namespace Stanch.Reporting;

/// <summary>What the formats share that annotate lines in the log of a CI system.</summary>
internal static class Annotation
{
    /// <summary>Systems show the first few only.</summary>
    public static IEnumerable<Finding> StrongestFirst(ReportView view) =>
        view.Findings.OrderByDescending(finding => finding.Blocking).ThenByDescending(finding => finding.Evidence).ThenByDescending(finding => finding.Severity);

    /// <summary>True where a line of a file can be named: what stands in no file of today, or under a path that a log cannot show, is told in the message alone.</summary>
    public static bool HasPlace(Finding finding) =>
        finding.Provenance is Provenance.File or Provenance.Patch or Provenance.Index or Provenance.Commit { AtHead: true }
        && TerminalText.Clean(finding.Provenance.Path) == finding.Provenance.Path;

    /// <summary>Several lines, each free of controls.</summary>
    public static string Message(Finding finding, ReportView view)
    {
        string[] parts =
        [
            $"{view.Shown(finding.Secret)} in {finding.Provenance.Path}:{finding.Location.Line}",
            string.Join(" · ", ProvenanceText.Parts(finding.Provenance)),
            finding.Ignored is { } ignored ? SummaryText.Ignored(ignored) : "",
            $"{ReportWords.Of(finding.Evidence)}, {ReportWords.Of(finding.Severity)}. {SummaryText.Why(finding)} {finding.Detector.NextStep}".TrimEnd(),
            Suggestions.Guide(finding.Detector),
        ];
        return string.Join("\n", parts.Where(part => part.Length > 0).Select(TerminalText.Clean));
    }

    /// <summary>A gap in a sentence.</summary>
    public static string Message(CoverageGap gap) => TerminalText.Clean($"{gap.Path}: {ReportWords.Of(gap.Kind)}: {gap.Detail}");
}
