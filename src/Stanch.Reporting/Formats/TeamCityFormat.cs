using System.Globalization;
using System.Text;
using Stanch.Detection;

namespace Stanch.Reporting.Formats;

/// <summary>Inspections and a build problem of TeamCity, by service messages: https://www.jetbrains.com/help/teamcity/service-messages.html.</summary>
internal sealed class TeamCityFormat : IReportFormat
{
    private const int LongestProblem = 4000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "teamcity";

    public string Summary => "Inspections and a build problem, for TeamCity.";

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var log = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        var view = new ReportView(report, options);
        foreach (var detector in view.Findings.Select(finding => finding.Detector).DistinctBy(detector => detector.Id).OrderBy(detector => detector.Id, StringComparer.Ordinal))
            log.WriteLine($"##teamcity[inspectionType id='{Value(detector.Id)}' name='{Value(detector.Name)}' description='{Value(detector.NextStep)}' category='Secrets']");
        foreach (var finding in Annotation.StrongestFirst(view))
            log.WriteLine($"##teamcity[inspection typeId='{Value(finding.Detector.Id)}' message='{Value(Annotation.Message(finding, view))}' file='{Value(finding.Provenance.Path)}'{Line(finding)} SEVERITY='{Level(finding)}']");
        foreach (var gap in view.Failures.Take(options.FailuresShown))
            log.WriteLine($"##teamcity[message text='{Value($"Not read: {Annotation.Message(gap)}")}' status='WARNING']");
        if (view.Blocking > 0) log.WriteLine($"##teamcity[buildProblem description='{Value(Cut(SummaryText.Headline(view)))}' identity='stanch']");
    }

    private static string Line(Finding finding) => Annotation.HasPlace(finding) ? string.Create(CultureInfo.InvariantCulture, $" line='{finding.Location.Line}'") : "";

    private static string Level(Finding finding) => finding switch
    {
        { Ignored: not null } => "INFO",
        { Blocking: true } => "ERROR",
        { Evidence: Evidence.Review } => "WEAK WARNING",
        _ => "WARNING",
    };

    private static string Cut(string text) => text.Length > LongestProblem ? text[..LongestProblem] : text;

    private static string Value(string? text)
    {
        var value = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (c is '|' or '\'' or '[' or ']') value.Append('|').Append(c);
            else if (c is '\n') value.Append("|n");
            else if (c is '\r') value.Append("|r");
            else if (c is < ' ' or > '~') value.Append(CultureInfo.InvariantCulture, $"|0x{(int)c:x4}");
            else value.Append(c);
        }
        return value.ToString();
    }
}
