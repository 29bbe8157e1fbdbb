using Stanch.Detection;
using Stanch.Reporting.Json;

namespace Stanch.Reporting.Formats;

/// <summary>One document with the objects of <see cref="JsonLinesFormat"/>. Its schema is <c>docs/schemas/report.schema.json</c>.</summary>
internal sealed class JsonFormat : IReportFormat
{
    /// <summary>Of the format, not of the product. A new key does not change it.</summary>
    private const int FormatVersion = 1;

    public string Name => "json";

    public string Summary => "One JSON document with all findings and the summary.";

    public bool UsesFingerprints => true;

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        var view = new ReportView(report, options);
        using var json = ReportJson.Open(output, indented: true);
        json.WriteStartObject();
        json.WriteNumber("version", FormatVersion);
        json.WriteStartArray("findings");
        foreach (var finding in view.Findings)
        {
            FindingJson.Write(json, finding, view);
            ReportJson.Spill(json);
        }
        json.WriteEndArray();
        json.WritePropertyName("summary");
        SummaryJson.Write(json, view);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
