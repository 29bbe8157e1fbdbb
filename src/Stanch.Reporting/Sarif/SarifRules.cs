using System.Text.Json;
using Stanch.Detection;

namespace Stanch.Reporting.Sarif;

/// <summary>The detectors that found something, as rules with help; results point at them by index.</summary>
internal sealed class SarifRules
{
    private readonly Detector[] _detectors;
    private readonly Dictionary<string, int> _indexes;

    public SarifRules(IEnumerable<Finding> findings)
    {
        _detectors = [.. findings.Select(finding => finding.Detector).DistinctBy(detector => detector.Id).OrderBy(detector => detector.Id, StringComparer.Ordinal)];
        _indexes = _detectors.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
    }

    public int IndexOf(Detector detector) => _indexes[detector.Id];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var detector in _detectors)
            WriteRule(json, detector);
        json.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter json, Detector detector)
    {
        json.WriteStartObject();
        json.WriteString("id", detector.Id);
        json.WriteString("name", detector.Name);
        WriteText(json, "shortDescription", $"{detector.Name} in the text");
        WriteText(json, "fullDescription", detector.What.Length > 0 ? detector.What : $"{detector.Name} stands where others can read it.");
        if (IsAddress(detector.DocumentationUrl))
            json.WriteString("helpUri", detector.DocumentationUrl);
        WriteHelp(json, detector);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(detector.Severity));
        json.WriteEndObject();
        WriteProperties(json, detector);
        json.WriteEndObject();
        Json.ReportJson.Spill(json);
    }

    private static void WriteHelp(Utf8JsonWriter json, Detector detector)
    {
        string[] parts = [detector.What, detector.NextStep, $"Run {Suggestions.Guide(detector)} for all steps."];
        var said = parts.Where(part => part.Length > 0).ToList();
        json.WriteStartObject("help");
        json.WriteString("text", string.Join(" ", said));
        json.WriteString("markdown", string.Join("\n\n",
            [.. said.SkipLast(1).Select(Markdown.MarkdownText.Escape), $"Run `{Suggestions.Guide(detector)}` for all steps."]));
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Detector detector)
    {
        json.WriteStartObject("properties");
        json.WriteString("precision", Precision(detector));
        json.WriteString("security-severity", SecuritySeverity(detector.Severity));
        json.WriteStartArray("tags");
        foreach (var tag in new[] { "security", "secret", "external/cwe/cwe-798", detector.Category, detector.Provider }.Distinct())
            json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Without regard to evidence, which is the result's to say.</summary>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    private static string Precision(Detector detector) => detector switch
    {
        { Proof: not null } => "very-high",
        { IsGeneric: true } => "medium",
        { FormatEvidence: Evidence.Review } => "low",
        _ => "high",
    };

    /// <summary>In the middle of the ranges by which GitHub code scanning names severities (above 9 is critical, 7 high, 4 medium).</summary>
    private static string SecuritySeverity(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "2.0",
        _ => "0.1",
    };

    private static bool IsAddress(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
