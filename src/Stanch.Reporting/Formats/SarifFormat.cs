using System.Text.Json;
using Stanch.Detection;
using Stanch.Reporting.Json;
using Stanch.Reporting.Sarif;

namespace Stanch.Reporting.Formats;

/// <summary>
/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), within what GitHub code scanning takes
/// (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
/// </summary>
internal sealed class SarifFormat : IReportFormat
{
    /// <summary>What GitHub code scanning takes in one run; beyond it the whole upload would be refused.</summary>
    public const int MostResults = 25_000;

    public string Name => "sarif";

    public string Summary => "SARIF 2.1.0, for code scanning on GitHub, Azure DevOps and in editors.";

    public bool UsesFingerprints => true;

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        var view = new ReportView(report, options);
        var all = view.Findings.ToList();
        var findings = all.Count > MostResults ? Strongest(all) : all;
        using var json = ReportJson.Open(output, indented: true);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        WriteRun(json, view, findings, all.Count - findings.Count);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static List<Finding> Strongest(List<Finding> findings) =>
    [
        .. findings.OrderByDescending(finding => finding.Blocking).ThenByDescending(finding => finding.Evidence)
            .ThenByDescending(finding => finding.Severity).Take(MostResults),
    ];

    private static void WriteRun(Utf8JsonWriter json, ReportView view, List<Finding> findings, int leftOut)
    {
        var rules = new SarifRules(findings);
        json.WriteStartObject();
        WriteTool(json, view.Report, rules);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", "stanch/");
        json.WriteEndObject();
        SarifInvocation.Write(json, view, leftOut);
        WriteRoot(json, view.Report.Repository);
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteResults(json, view, findings, rules);
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, ScanReport report, SarifRules rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Stanch");
        json.WriteString("version", report.Version);
        rules.Write(json);
        json.WriteStartObject("properties");
        json.WriteString("catalogue", report.Catalogue);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The root has no address of its own here: where it lay on the machine that scanned is nobody else's business.</summary>
    private static void WriteRoot(Utf8JsonWriter json, RepositoryInfo? repository)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifUri.Root);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of what was scanned.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        if (repository is not null && SarifUri.OfRepository(repository.RemoteUrl) is { } address)
            WriteRepository(json, repository, address);
    }

    private static void WriteRepository(Utf8JsonWriter json, RepositoryInfo repository, string address)
    {
        json.WriteStartArray("versionControlProvenance");
        json.WriteStartObject();
        json.WriteString("repositoryUri", address);
        if (repository.Head is { } head)
            json.WriteString("revisionId", head);
        if (repository.Branch is { } branch)
            json.WriteString("branch", branch);
        json.WriteStartObject("mappedTo");
        json.WriteString("uriBaseId", SarifUri.Root);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResults(Utf8JsonWriter json, ReportView view, List<Finding> findings, SarifRules rules)
    {
        var places = new PlaceIdentity();
        json.WriteStartArray("results");
        foreach (var finding in findings)
        {
            SarifResult.Write(json, finding, rules.IndexOf(finding.Detector), places.Next(finding), view);
            ReportJson.Spill(json);
        }
        json.WriteEndArray();
    }
}
