using System.Buffers;
using System.Text.Json;
using Stanch.Detection;
using Stanch.Reporting.Json;

namespace Stanch.Reporting.Formats;

/// <summary>The contract that other programs read: one finding a line, then the summary. Its schema is <c>docs/schemas/report.schema.json</c>.</summary>
internal sealed class JsonLinesFormat : IReportFormat
{
    public string Name => "jsonl";

    public string Summary => "JSON lines: one finding a line, the summary last; a contract for other programs.";

    public bool UsesFingerprints => true;

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        var view = new ReportView(report, options);
        var line = new ArrayBufferWriter<byte>();
        using var json = ReportJson.Open(line, indented: false);
        foreach (var finding in view.Findings)
        {
            FindingJson.Write(json, finding, view);
            End(json, line, output);
        }
        SummaryJson.Write(json, view);
        End(json, line, output);
        output.Flush();
    }

    private static void End(Utf8JsonWriter json, ArrayBufferWriter<byte> line, Stream output)
    {
        json.Flush();
        output.Write(line.WrittenSpan);
        output.WriteByte((byte)'\n');
        line.ResetWrittenCount();
        json.Reset();
    }
}
