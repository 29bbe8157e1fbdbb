using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>JSON as agents read and write it.</summary>
internal static class AgentJson
{
    private static readonly JsonWriterOptions s_line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions s_file = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>On one line.</summary>
    public static string Line(JsonNode node) => Write(node, s_line);

    /// <summary>As a settings file has it.</summary>
    public static string Page(JsonNode node) => Write(node, s_file) + "\n";

    /// <summary>A text as it is, anything else as JSON.</summary>
    public static string TextOf(JsonNode? node) => node is null ? "" : node is JsonValue value && value.TryGetValue<string>(out var text) ? text : Line(node);

    private static string Write(JsonNode node, JsonWriterOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options)) node.WriteTo(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
