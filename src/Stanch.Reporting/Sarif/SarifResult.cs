using System.Text.Json;
using Stanch.Detection;
using Stanch.Reporting.Json;

namespace Stanch.Reporting.Sarif;

/// <summary>A finding as a result.</summary>
internal static class SarifResult
{
    public static void Write(Utf8JsonWriter json, Finding finding, int ruleIndex, string placeIdentity, ReportView view)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Detector.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding));
        json.WriteStartObject("message");
        json.WriteString("text", Message(finding, view));
        json.WriteEndObject();
        WriteLocation(json, finding, view);
        WriteFingerprints(json, finding, placeIdentity);
        if (view.Options.IncludeIgnored)
            WriteSuppressions(json, finding.Ignored);
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    private static string Level(Finding finding) =>
        finding.Blocking ? "error" : finding.Evidence == Evidence.Review ? "note" : SarifRules.Level(finding.Severity);

    private static string Message(Finding finding, ReportView view)
    {
        string[] parts =
        [
            $"{finding.Detector.Name} {view.Shown(finding.Secret)} ({ReportWords.Of(finding.Evidence)}).",
            SummaryText.Why(finding),
            string.Join(", ", ProvenanceText.Parts(finding.Provenance)),
            finding.Detector.NextStep,
            $"Run {Suggestions.Guide(finding.Detector)} for what to do.",
        ];
        return Literal(string.Join(" ", parts.Where(part => part.Length > 0)));
    }

    /// <summary>Brackets would start a link and braces a placeholder (SARIF 2.1.0, 3.11.5 and 3.11.6).</summary>
    private static string Literal(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
        .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static void WriteLocation(Utf8JsonWriter json, Finding finding, ReportView view)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        SarifUri.WriteArtifact(json, finding.Provenance.Path, view.Report.Repository);
        WriteRegion(json, finding, view);
        WriteContext(json, finding.Location, FindingContext.Of(finding, view.Options));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, Finding finding, ReportView view)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Location.Line);
        json.WriteNumber("startColumn", finding.Location.Column);
        json.WriteNumber("endLine", finding.Location.EndLine);
        json.WriteNumber("endColumn", finding.Location.EndColumn);
        json.WriteNumber("byteOffset", finding.Location.ByteOffset);
        json.WriteNumber("byteLength", finding.Location.ByteLength);
        json.WriteStartObject("snippet");
        json.WriteString("text", view.Shown(finding.Secret));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Only where the lines hold the whole region, as the format wants it.</summary>
    private static void WriteContext(Utf8JsonWriter json, Location place, IReadOnlyList<ContextLine> lines)
    {
        if (lines.Count == 0 || lines[0].Number > place.Line || lines[^1].Number < place.EndLine)
            return;
        json.WriteStartObject("contextRegion");
        json.WriteNumber("startLine", lines[0].Number);
        json.WriteNumber("endLine", lines[^1].Number);
        json.WriteStartObject("snippet");
        json.WriteString("text", string.Join('\n', lines.Select(line => line.Number == 0 ? "⋮" : $"{line.Before}{line.Marked}{line.After}")));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFingerprints(Utf8JsonWriter json, Finding finding, string placeIdentity)
    {
        json.WriteStartObject("partialFingerprints");
        json.WriteString("stanchPlace/v1", placeIdentity);
        if (finding.Fingerprint is { } fingerprint)
            json.WriteString("stanchSecret/v1", fingerprint);
        json.WriteEndObject();
    }

    private static void WriteSuppressions(Utf8JsonWriter json, Ignore? ignored)
    {
        json.WriteStartArray("suppressions");
        if (ignored is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", ignored.By == "inline" ? "inSource" : "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", SummaryText.Ignored(ignored));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("evidence", ReportWords.Of(finding.Evidence));
        json.WriteString("severity", ReportWords.Of(finding.Severity));
        json.WriteString("validity", ReportWords.Of(finding.Validity));
        json.WriteBoolean("blocking", finding.Blocking);
        json.WritePropertyName("provenance");
        ProvenanceJson.Write(json, finding.Provenance);
        json.WriteEndObject();
    }
}
