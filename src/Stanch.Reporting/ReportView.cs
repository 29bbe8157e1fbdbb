using Stanch.Detection;

namespace Stanch.Reporting;

/// <summary>A report seen with a person's options: which findings are written, and how much of a secret.</summary>
internal sealed class ReportView(ScanReport report, ReportOptions options)
{
    public ScanReport Report { get; } = report;

    public ReportOptions Options { get; } = options;

    public IEnumerable<Finding> Findings => Options.IncludeIgnored ? Report.Findings : Report.Counted;

    public int Counted => Report.Counted.Count();

    public int Blocking => Report.Counted.Count(finding => finding.Blocking);

    public int Ignored => Report.Findings.Count - Counted;

    public IEnumerable<CoverageGap> Failures => Report.Coverage.Gaps.Where(gap => gap.IsFailure);

    public IEnumerable<CoverageGap> LeftOut => Report.Coverage.Gaps.Where(gap => !gap.IsFailure);

    public string Shown(Secret secret) => Options.ShowSecrets ? secret.Reveal() : secret.Redacted();
}
