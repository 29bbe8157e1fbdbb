using System.Text.Json;
using Stanch.Detection;

namespace Stanch.Reporting.Json;

/// <summary>A finding as other programs read it: the contract of <c>docs/schemas/report.schema.json</c>. Keys never change their meaning.</summary>
internal static class FindingJson
{
    public static void Write(Utf8JsonWriter json, Finding finding, ReportView view)
    {
        json.WriteStartObject();
        WriteKind(json, finding);
        WritePlace(json, finding);
        json.WriteString("secret", view.Shown(finding.Secret));
        json.WriteString("fingerprint", finding.Fingerprint);
        WriteFacts(json, finding.Facts);
        json.WriteString("validity", ReportWords.Of(finding.Validity));
        json.WritePropertyName("provenance");
        ProvenanceJson.Write(json, finding.Provenance);
        json.WriteString("guide", Suggestions.Guide(finding.Detector));
        json.WriteString("name", finding.Detector.Name);
        json.WriteBoolean("blocking", finding.Blocking);
        if (finding.Ignored is { } ignored)
            WriteIgnored(json, ignored);
        WriteDecoded(json, finding.Decoded);
        json.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("type", "finding");
        json.WriteString("detector", finding.Detector.Id);
        json.WriteString("provider", finding.Detector.Provider);
        json.WriteString("evidence", ReportWords.Of(finding.Evidence));
        json.WriteStartArray("reasons");
        foreach (var reason in finding.Reasons)
            json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteString("severity", ReportWords.Of(finding.Severity));
    }

    private static void WritePlace(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("path", finding.Provenance.Path);
        json.WriteNumber("line", finding.Location.Line);
        json.WriteNumber("column", finding.Location.Column);
        json.WriteNumber("endLine", finding.Location.EndLine);
        json.WriteNumber("endColumn", finding.Location.EndColumn);
        json.WriteNumber("byteOffset", finding.Location.ByteOffset);
        json.WriteNumber("byteLength", finding.Location.ByteLength);
    }

    private static void WriteFacts(Utf8JsonWriter json, IReadOnlyList<Fact> facts)
    {
        json.WriteStartObject("facts");
        foreach (var sameName in facts.GroupBy(fact => fact.Name))
            json.WriteString(sameName.Key, string.Join(", ", sameName.Select(fact => fact.Value)));
        json.WriteEndObject();
    }

    private static void WriteDecoded(Utf8JsonWriter json, IReadOnlyList<string> decoded)
    {
        if (decoded.Count == 0)
            return;
        json.WriteStartArray("decoded");
        foreach (var step in decoded)
            json.WriteStringValue(step);
        json.WriteEndArray();
    }

    private static void WriteIgnored(Utf8JsonWriter json, Ignore ignored)
    {
        json.WriteStartObject("ignored");
        json.WriteString("by", ignored.By);
        json.WriteString("reason", ignored.Reason);
        json.WriteString("owner", ignored.Owner);
        json.WriteString("expires", ignored.Expires?.ToString("yyyy-MM-dd"));
        json.WriteEndObject();
    }
}
