using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stanch.Catalogue.Format;

/// <summary>All guides as one JSON object, by the detector's id: written when the catalogue is compiled, and read one guide at a time.</summary>
public static class GuideFile
{
    // The file never stands in a page or script, so letters may stay as they are.
    private static readonly JsonWriterOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IEnumerable<SecretEntry> secrets)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, s_compact))
        {
            json.WriteStartObject();
            foreach (var secret in secrets)
            {
                json.WritePropertyName(secret.Id);
                WriteGuide(json, secret.Guide);
            }
            json.WriteEndObject();
        }
        return output.ToArray();
    }

    /// <summary>One guide as a JSON object, in the form that it has in the file.</summary>
    public static void WriteGuide(Utf8JsonWriter json, Guide guide) => JsonSerializer.Serialize(json, guide, GuideJson.Default.Guide);

    /// <returns>The guide of a detector; null where the file has none.</returns>
    /// <exception cref="JsonException">The file was not written by <see cref="Write"/>.</exception>
    public static Guide? Read(ReadOnlySpan<byte> file, string id)
    {
        var reader = new Utf8JsonReader(file);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(id))
                return JsonSerializer.Deserialize(ref reader, GuideJson.Default.Guide);
            reader.Skip();
        }
        return null;
    }

    /// <returns>All guides, by the detector's id.</returns>
    /// <exception cref="JsonException">The file was not written by <see cref="Write"/>.</exception>
    public static IReadOnlyDictionary<string, Guide> ReadAll(ReadOnlySpan<byte> file)
    {
        var guides = new Dictionary<string, Guide>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(file);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var id = reader.GetString()!;
            reader.Read();
            guides[id] = JsonSerializer.Deserialize(ref reader, GuideJson.Default.Guide)!;
        }
        return guides;
    }
}
