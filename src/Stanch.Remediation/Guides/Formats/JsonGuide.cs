using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stanch.Catalogue.Format;
using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Guides.Formats;

/// <summary>For programs: the facts, the incident and every snippet.</summary>
internal sealed class JsonGuide : IGuideFormat
{
    // Never put into a page or a script, so letters may stay as they are.
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => "json";

    public string Summary => "JSON for programs.";

    public bool ShowsOneLanguage => false;

    public void Write(GuideDocument guide, TextWriter output, int width)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options)) Write(json, guide);
        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, GuideDocument guide)
    {
        var detector = guide.Request.Detector;
        json.WriteStartObject();
        json.WriteString("title", guide.Title);
        json.WriteString("detector", detector.Id);
        json.WriteString("name", detector.Name);
        json.WriteString("provider", detector.Provider);
        json.WriteString("category", detector.Category);
        json.WriteString("severity", detector.Severity.ToString().ToLowerInvariant());
        json.WriteString("first", detector.NextStep.Length > 0 ? detector.NextStep : null);
        WriteList(json, "variables", detector.Variables);
        WriteList(json, "related", detector.Related);
        WriteIncident(json, guide.Request.Incident);
        json.WritePropertyName("guide");
        if (guide.Request.Guide is { } way) GuideFile.WriteGuide(json, way);
        else json.WriteNullValue();
        WriteSnippets(json, guide);
        json.WriteEndObject();
    }

    private static void WriteIncident(Utf8JsonWriter json, Incident? incident)
    {
        json.WritePropertyName("incident");
        if (incident is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("secret", incident.Redacted);
        json.WriteString("fingerprint", incident.Fingerprint);
        json.WriteString("keyId", incident.KeyId);
        WriteList(json, "variables", incident.Variables);
        json.WriteStartObject("facts");
        foreach (var fact in incident.Facts) json.WriteString(fact.Name, fact.Value);
        json.WriteEndObject();
        if (incident.IsCommitted is { } committed) json.WriteBoolean("committed", committed);
        else json.WriteNull("committed");
        json.WriteStartArray("places");
        foreach (var place in incident.Places) WritePlace(json, place);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, IncidentPlace place)
    {
        json.WriteStartObject();
        json.WriteString("path", place.Path);
        json.WriteNumber("line", place.Line);
        json.WriteString("commit", place.Commit);
        json.WriteString("author", place.Author);
        json.WriteString("date", place.Date?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("removedBy", place.RemovedBy);
        json.WriteEndObject();
    }

    private static void WriteSnippets(Utf8JsonWriter json, GuideDocument guide)
    {
        json.WriteStartArray("snippets");
        foreach (var code in guide.Sections.SelectMany(section => section.Blocks).OfType<GuideBlock.Code>())
        {
            foreach (var way in code.Ways)
            {
                foreach (var language in code.Languages) Write(json, way.Write(language, code.Words));
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Snippet snippet)
    {
        json.WriteStartObject();
        json.WriteString("way", snippet.Way.Id);
        json.WriteString("language", snippet.Language.Id);
        json.WriteStartObject("install");
        foreach (var install in snippet.Install) json.WriteString(install.Tool, install.Text);
        json.WriteEndObject();
        json.WriteString("code", snippet.Code);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
