using System.Globalization;
using System.Text;
using Stanch.Detection;

namespace Stanch.Reporting.Formats;

/// <summary>
/// Issues of Azure Pipelines, by logging commands: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands#logissue-log-an-error-or-warning;
/// escapes: https://github.com/microsoft/azure-pipelines-task-lib/blob/master/node/taskcommand.ts.
/// </summary>
internal sealed class AzureFormat : IReportFormat
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "azure";

    public string Summary => "Issues in the log and summary, for Azure Pipelines.";

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var log = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        var view = new ReportView(report, options);
        foreach (var finding in Annotation.StrongestFirst(view))
            log.WriteLine($"##vso[task.logissue type={(finding.Blocking ? "error" : "warning")};{Place(finding)}code={Property(finding.Detector.Id)};]{Data($"{finding.Detector.Name}: {Annotation.Message(finding, view)}")}");
        foreach (var gap in view.Failures.Take(options.FailuresShown))
            log.WriteLine($"##vso[task.logissue type=warning;]{Data($"Not read: {Annotation.Message(gap)}")}");
    }

    private static string Place(Finding finding) => Annotation.HasPlace(finding)
        ? string.Create(CultureInfo.InvariantCulture, $"sourcepath={Property(finding.Provenance.Path)};linenumber={finding.Location.Line};columnnumber={finding.Location.Column};")
        : "";

    // One issue is one line.
    private static string Data(string text) => text.Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal).Replace("##vso[", "# #vso[", StringComparison.OrdinalIgnoreCase);

    private static string Property(string text) => Data(text).Replace("]", "%5D", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
}
