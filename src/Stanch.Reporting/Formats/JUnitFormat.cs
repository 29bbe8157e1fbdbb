using System.Globalization;
using System.Text;
using System.Xml;
using Stanch.Detection;

namespace Stanch.Reporting.Formats;

/// <summary>
/// JUnit's XML as Jenkins and GitLab read it (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd): a suite for each detector, a case
/// for each place; what blocks is a failure, the rest is told and passes.
/// </summary>
internal sealed class JUnitFormat : IReportFormat
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    public string Name => "junit";

    public string Summary => "JUnit XML: each place is a test, and what blocks fails.";

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        var view = new ReportView(report, options);
        using var xml = XmlWriter.Create(output, Settings);
        var failures = view.Failures.Take(options.FailuresShown).ToList();
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", "stanch");
        Attribute(xml, "tests", view.Findings.Count() + CoverageCases(failures));
        Attribute(xml, "failures", view.Findings.Count(Fails));
        Attribute(xml, "errors", report.ExitCode == 0 ? 0 : failures.Count);
        Attribute(xml, "time", Seconds(report));
        foreach (var suite in view.Findings.GroupBy(finding => finding.Detector.Id).OrderBy(suite => suite.Key, StringComparer.Ordinal))
            WriteSuite(xml, suite.Key, [.. suite], view);
        WriteCoverage(xml, view, failures);
        xml.WriteEndElement();
        xml.WriteRaw("\n");
    }

    /// <summary>One that says that something was read: a file without any case counts as broken.</summary>
    private static int CoverageCases(List<CoverageGap> failures) => failures.Count + 1;

    private static bool Fails(Finding finding) => finding.Blocking && finding.Ignored is null;

    private static void WriteSuite(XmlWriter xml, string name, IReadOnlyList<Finding> findings, ReportView view)
    {
        StartSuite(xml, name, findings.Count, findings.Count(Fails), errors: 0, findings.Count(finding => finding.Ignored is not null), view.Report);
        foreach (var finding in findings)
            WriteCase(xml, finding, view);
        xml.WriteEndElement();
    }

    private static void StartSuite(XmlWriter xml, string name, int tests, int failures, int errors, int skipped, ScanReport report)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", name);
        Attribute(xml, "tests", tests);
        Attribute(xml, "failures", failures);
        Attribute(xml, "errors", errors);
        Attribute(xml, "skipped", skipped);
        Attribute(xml, "timestamp", report.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
    }

    private static void StartCase(XmlWriter xml, string name, string suite)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", name);
        Attribute(xml, "classname", suite);
        Attribute(xml, "time", 0);
    }

    private static void WriteCase(XmlWriter xml, Finding finding, ReportView view)
    {
        StartCase(xml, string.Create(CultureInfo.InvariantCulture, $"{finding.Provenance.Path}:{finding.Location.Line}:{finding.Location.Column}{At(finding)}"), finding.Detector.Id);
        Attribute(xml, "file", finding.Provenance.Path);
        Attribute(xml, "line", finding.Location.Line);
        if (finding.Ignored is { } ignored)
            WriteNote(xml, "skipped", SummaryText.Ignored(ignored), null);
        else if (Fails(finding))
            WriteNote(xml, "failure", $"{finding.Detector.Name} {view.Shown(finding.Secret)} ({ReportWords.Of(finding.Evidence)})", Text(finding), ReportWords.Of(finding.Severity));
        else
            WriteElement(xml, "system-out", $"{finding.Detector.Name} {view.Shown(finding.Secret)} ({ReportWords.Of(finding.Evidence)}), not blocking\n{Text(finding)}");
        xml.WriteEndElement();
    }

    /// <summary>The commit, so that the same line of two commits is two cases.</summary>
    private static string At(Finding finding) =>
        finding.Provenance is Provenance.Commit commit ? $" ({ProvenanceText.Short(commit.Introduced.Id)})" : "";

    private static string Text(Finding finding)
    {
        string[] lines =
        [
            .. ProvenanceText.Parts(finding.Provenance), SummaryText.Why(finding), finding.Detector.What, finding.Detector.NextStep,
            Suggestions.Guide(finding.Detector),
        ];
        return string.Join("\n", lines.Where(line => line.Length > 0));
    }

    private static void WriteCoverage(XmlWriter xml, ReportView view, List<CoverageGap> failures)
    {
        var isError = view.Report.ExitCode != 0;
        StartSuite(xml, "coverage", CoverageCases(failures), 0, isError ? failures.Count : 0, isError ? 0 : failures.Count, view.Report);
        StartCase(xml, "read", "coverage");
        WriteElement(xml, "system-out", string.Join("\n", view.Report.Coverage.Remarks
            .Prepend(SummaryText.LeftOut(view)).Prepend(SummaryText.Read(view.Report)).Prepend(SummaryText.Headline(view)).Where(line => line is not null)));
        xml.WriteEndElement();
        foreach (var gap in failures)
        {
            StartCase(xml, gap.Path, "coverage");
            WriteNote(xml, isError ? "error" : "skipped", $"{ReportWords.Of(gap.Kind)}: {gap.Detail}", null);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteNote(XmlWriter xml, string element, string message, string? text, string? type = null)
    {
        xml.WriteStartElement(element);
        Attribute(xml, "message", message);
        if (type is not null)
            Attribute(xml, "type", type);
        if (text is not null)
            xml.WriteString(Valid(text));
        xml.WriteEndElement();
    }

    private static void WriteElement(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Valid(text));

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Valid(value));

    private static void Attribute(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private static string Seconds(ScanReport report) =>
        Math.Max(0, (report.Finished - report.Started).TotalSeconds).ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 knows no controls and no halves of a character, not even as references; they become U+FFFD.</summary>
    private static string Valid(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            valid.Append((rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune).ToString());
        return valid.ToString();
    }
}
