using System.Text.Json;

namespace Stanch.Policy.Imports;

/// <summary>Reads JSON of other tools, which may lack anything.</summary>
internal static class ForeignJson
{
    /// <exception cref="ConfigurationException">The text is not JSON.</exception>
    public static JsonDocument Parse(string name, string text, int firstLine = 1)
    {
        try
        {
            return JsonDocument.Parse(text.TrimStart('\uFEFF'));
        }
        catch (JsonException wrong)
        {
            // The message of the exception may quote the text, which may hold a secret.
            var position = new SourcePosition(name, firstLine + (int)(wrong.LineNumber ?? 0), (int)(wrong.BytePositionInLine ?? 0) + 1);
            throw new ConfigurationException(new ConfigurationProblem(position, "not valid JSON"));
        }
    }

    extension(JsonElement element)
    {
        public JsonElement? Property(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

        public string? Text(string name) => element.Property(name) is { ValueKind: JsonValueKind.String } value ? AsText(value) : null;

        public IEnumerable<JsonElement> Items() => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];
    }

    // Half of a surrogate pair, written as an escape, is no text.
    private static string? AsText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
