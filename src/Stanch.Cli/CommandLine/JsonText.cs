using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stanch.Cli.CommandLine;

/// <summary>How the verbs write JSON.</summary>
internal static class JsonText
{
    // Never put into a page or a script, so letters may stay as they are.
    public static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }

    public static void End(Utf8JsonWriter json, Stream output)
    {
        json.Flush();
        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
