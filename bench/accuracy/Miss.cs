using System.Text.Json;

namespace Stanch.Bench.Accuracy;

/// <summary>A secret that was not found, or something harmless that was.</summary>
internal sealed record Miss(LabelledCase Record, Outcome Outcome, int Line, IReadOnlyList<string> Findings)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("outcome", Outcome == Outcome.FalseNegative ? "missed" : "noisy");
        json.WriteString("id", Record.Id);
        json.WriteString("source", Record.Source);
        json.WriteString("provider", Record.Provider);
        json.WriteString("class", Record.Class);
        json.WriteString("path", Record.Path);
        json.WriteNumber("line", Line);
        json.WriteString("expected", Record.Expected.Count > 0 ? Record.Expected[0] : "");
        json.WriteString("text", Line > 0 ? Record.Text.Split('\n').ElementAtOrDefault(Line - 1) : Record.Text.Length > 600 ? Record.Text[..600] : Record.Text);
        json.WriteStartArray("findings");
        foreach (var finding in Findings)
        {
            json.WriteStringValue(finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
