using System.Text.Json;
using Stanch.Detection;
using Stanch.Reporting.Json;

namespace Stanch.Reporting.Sarif;

/// <summary>How the run went: its exit code, and what it could not read.</summary>
internal static class SarifInvocation
{
    private const int MostFailures = 1000;

    /// <param name="leftOut">Results that did not fit into the report.</param>
    public static void Write(Utf8JsonWriter json, ReportView view, int leftOut)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", view.Report.ExitCode is 0 or 1 && !view.Report.Coverage.IsIncomplete);
        json.WriteNumber("exitCode", view.Report.ExitCode);
        json.WriteString("startTimeUtc", IsoTime.Utc(view.Report.Started));
        json.WriteString("endTimeUtc", IsoTime.Utc(view.Report.Finished));
        json.WriteStartArray("toolExecutionNotifications");
        WriteNotifications(json, view, leftOut);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotifications(Utf8JsonWriter json, ReportView view, int leftOut)
    {
        if (leftOut > 0)
            WriteNotification(json, "results-cut", "warning", $"{Plain.Count(leftOut, "result")} did not fit: GitHub code scanning takes {Plain.Number(Formats.SarifFormat.MostResults)} a run. --report jsonl holds all.");
        var failures = view.Failures.ToList();
        foreach (var gap in failures.Take(MostFailures))
            WriteNotification(json, ReportWords.Of(gap.Kind), "warning", $"Not read ({ReportWords.Of(gap.Kind)}): {gap.Detail}", gap.Path, view.Report.Repository);
        if (failures.Count > MostFailures)
            WriteNotification(json, "not-read", "warning", $"{Plain.Number(failures.Count - MostFailures)} more could not be read. --report jsonl lists all.");
        if (SummaryText.LeftOut(view) is { } byDesign)
            WriteNotification(json, "left-out", "note", byDesign);
        foreach (var remark in view.Report.Coverage.Remarks)
            WriteNotification(json, "remark", "note", remark);
    }

    private static void WriteNotification(Utf8JsonWriter json, string id, string level, string text, string? path = null, RepositoryInfo? repository = null)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
        if (path is not null)
            WritePlace(json, path, repository);
        json.WriteEndObject();
        ReportJson.Spill(json);
    }

    private static void WritePlace(Utf8JsonWriter json, string path, RepositoryInfo? repository)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        SarifUri.WriteArtifact(json, path, repository);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
