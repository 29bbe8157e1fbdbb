using System.Globalization;
using System.Text.Json;
using Stanch.Detection;
using Stanch.Reporting.Json;

namespace Stanch.Reporting.Formats;

/// <summary>
/// GitLab's secret detection report, for <c>artifacts:reports:secret_detection</c>
/// (https://gitlab.com/gitlab-org/security-products/security-report-schemas, version 15.0.7).
/// </summary>
internal sealed class GitLabFormat : IReportFormat
{
    private const string SchemaVersion = "15.0.7";
    private const string Schema = $"https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v{SchemaVersion}/dist/secret-detection-report-format.json";

    /// <summary>What GitLab's own analyzer writes for content outside history; the field is required.</summary>
    private const string NoCommit = "0000000";

    private const int LongestName = 255;
    private const int LongestSolution = 7000;

    public string Name => "gitlab";

    public string Summary => "GitLab's secret detection report, for merge requests and the vulnerability report.";

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        var view = new ReportView(report, options);
        var places = new PlaceIdentity();
        using var json = ReportJson.Open(output, indented: true);
        json.WriteStartObject();
        json.WriteString("version", SchemaVersion);
        json.WriteString("schema", Schema);
        WriteScan(json, view);
        json.WriteStartArray("vulnerabilities");
        foreach (var finding in view.Findings)
            WriteVulnerability(json, finding, places.Next(finding), view);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static void WriteScan(Utf8JsonWriter json, ReportView view)
    {
        json.WriteStartObject("scan");
        WriteProgram(json, "analyzer", view.Report);
        WriteProgram(json, "scanner", view.Report);
        json.WriteString("type", "secret_detection");
        json.WriteString("start_time", Time(view.Report.Started));
        json.WriteString("end_time", Time(view.Report.Finished));
        json.WriteString("status", view.Report.ExitCode is 0 or 1 ? "success" : "failure");
        json.WriteStartArray("messages");
        foreach (var gap in view.Failures.Take(view.Options.FailuresShown))
            WriteMessage(json, "warn", $"Not read ({ReportWords.Of(gap.Kind)}): {gap.Path}: {gap.Detail}");
        if (view.Failures.Count() - view.Options.FailuresShown is > 0 and var more)
            WriteMessage(json, "warn", $"{Plain.Number(more)} more could not be read.");
        foreach (var note in view.Report.Coverage.Remarks.Prepend(SummaryText.LeftOut(view)).OfType<string>())
            WriteMessage(json, "info", note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProgram(Utf8JsonWriter json, string role, ScanReport report)
    {
        json.WriteStartObject(role);
        json.WriteString("id", "stanch");
        json.WriteString("name", "Stanch");
        json.WriteString("version", report.Version);
        json.WriteStartObject("vendor");
        json.WriteString("name", "Stanch");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string level, string text)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        json.WriteString("value", text);
        json.WriteEndObject();
    }

    private static void WriteVulnerability(Utf8JsonWriter json, Finding finding, string identity, ReportView view)
    {
        json.WriteStartObject();
        json.WriteString("id", Uuid(identity));
        json.WriteString("name", Cut(finding.Detector.Name, LongestName));
        json.WriteString("description", Description(finding));
        json.WriteString("severity", finding.Severity.ToString());
        if (finding.Detector.NextStep.Length > 0)
            json.WriteString("solution", Cut(Markdown.MarkdownText.Escape(finding.Detector.NextStep), LongestSolution));
        json.WriteString("raw_source_code_extract", view.Shown(finding.Secret));
        WriteIdentifier(json, finding.Detector);
        WriteLinks(json, finding.Detector.DocumentationUrl);
        WriteFlags(json, finding);
        WriteLocation(json, finding, view.Report.Repository);
        json.WriteEndObject();
        ReportJson.Spill(json);
    }

    private static string Description(Finding finding) => Markdown.MarkdownText.Escape(
        $"{finding.Detector.What} {ReportWords.Of(finding.Evidence)}: {SummaryText.Why(finding)}".Trim()) +
        $" Run {Markdown.MarkdownText.Code(Suggestions.Guide(finding.Detector))} for what to do.";

    private static void WriteIdentifier(Utf8JsonWriter json, Detector detector)
    {
        json.WriteStartArray("identifiers");
        json.WriteStartObject();
        json.WriteString("type", "stanch_detector");
        json.WriteString("name", $"Stanch detector {detector.Id}");
        json.WriteString("value", detector.Id);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "cwe");
        json.WriteString("name", "CWE-798");
        json.WriteString("value", "798");
        json.WriteString("url", "https://cwe.mitre.org/data/definitions/798.html");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter json, string? documentation)
    {
        if (documentation is null || !documentation.StartsWith("https://", StringComparison.Ordinal))
            return;
        json.WriteStartArray("links");
        json.WriteStartObject();
        json.WriteString("name", "The provider's documentation");
        json.WriteString("url", documentation);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>GitLab knows no weaker evidence and no ignoring; this flag is its nearest word.</summary>
    private static void WriteFlags(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Ignored is null && finding.Evidence != Evidence.Review)
            return;
        json.WriteStartArray("flags");
        json.WriteStartObject();
        json.WriteString("type", "flagged-as-likely-false-positive");
        json.WriteString("origin", "Stanch");
        json.WriteString("description", finding.Ignored is { } ignored ? SummaryText.Ignored(ignored) : "Its evidence is weak: a person should look.");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, Finding finding, RepositoryInfo? repository)
    {
        json.WriteStartObject("location");
        json.WriteString("file", finding.Provenance.Path);
        json.WriteNumber("start_line", finding.Location.Line);
        json.WriteNumber("end_line", finding.Location.EndLine);
        json.WriteStartObject("commit");
        if (Commit(finding) is { } commit)
            WriteCommit(json, commit);
        else
            json.WriteString("sha", repository?.Head ?? NoCommit);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCommit(Utf8JsonWriter json, CommitInfo commit)
    {
        json.WriteString("sha", commit.Id);
        json.WriteString("author", commit.Author);
        json.WriteString("date", IsoTime.Utc(commit.Date));
        json.WriteString("message", commit.Summary);
    }

    private static CommitInfo? Commit(Finding finding) => finding.Provenance switch
    {
        Provenance.Commit commit => commit.Introduced,
        Provenance.Message message => message.Introduced,
        _ => null,
    };

    /// <summary>Always UTC, and without the letter that says so: the schema has it thus.</summary>
    private static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Uuid(string identity) => Guid.ParseExact(identity, "N").ToString();

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;
}
