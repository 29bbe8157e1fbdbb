using System.Text;
using Stanch.Detection;
using Stanch.Reporting.Text;

namespace Stanch.Reporting.Formats;

/// <summary>For a person at a terminal: one block a secret, then what was read and how to go on.</summary>
internal sealed class TextFormat : IReportFormat
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "text";

    public string Summary => "For a person: grouped by secret, redacted, with what to do next.";

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true);
        var view = new ReportView(report, options);
        var page = new TextPage(writer, options.Colour, options.Width);
        var explained = new HashSet<string>();
        foreach (var group in SecretGroup.Of(view.Findings))
            TextBlock.Write(page, group, view, explained.Add(group.Detector.Id));
        TextSummary.Write(page, view);
    }
}
