using System.Text.Json;
using Stanch.Detection;

namespace Stanch.Reporting.Json;

/// <summary>What the whole scan came to, and what it covered.</summary>
internal static class SummaryJson
{
    public static void Write(Utf8JsonWriter json, ReportView view)
    {
        json.WriteStartObject();
        json.WriteString("type", "summary");
        json.WriteNumber("findings", view.Counted);
        json.WriteNumber("blocking", view.Blocking);
        json.WriteNumber("ignored", view.Ignored);
        WriteCoverage(json, view.Report.Coverage);
        json.WriteNumber("exitCode", view.Report.ExitCode);
        json.WriteString("version", view.Report.Version);
        json.WriteString("catalogue", view.Report.Catalogue);
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("blobs", coverage.Blobs);
        json.WriteNumber("bytes", coverage.Bytes);
        json.WriteStartArray("skipped");
        foreach (var gap in coverage.Gaps)
            WriteGap(json, gap);
        json.WriteEndArray();
        json.WriteStartArray("remarks");
        foreach (var remark in coverage.Remarks)
            json.WriteStringValue(remark);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGap(Utf8JsonWriter json, CoverageGap gap)
    {
        json.WriteStartObject();
        json.WriteString("path", gap.Path);
        json.WriteString("reason", ReportWords.Of(gap.Kind));
        json.WriteString("detail", gap.Detail);
        json.WriteBoolean("failure", gap.IsFailure);
        json.WriteEndObject();
        ReportJson.Spill(json);
    }
}
