using System.Text.Json;
using Stanch.Catalogue.Format;
using Stanch.Cli.CommandLine;
using Stanch.Detection;

namespace Stanch.Cli.Detectors;

/// <summary>A detector for programs.</summary>
internal static class DetectorJson
{
    /// <summary>The whole of it, with the way out where there is one.</summary>
    public static void Write(Detector detector, Guide? guide, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonText.Options);
        json.WriteStartObject();
        WriteIdentity(json, detector);
        json.WriteString("context", Words.Of(detector.Context));
        json.WriteString("pattern", detector.IsGeneric ? null : detector.Pattern.Regex.ToString());
        json.WriteNumber("minLength", detector.Pattern.MinLength);
        json.WriteNumber("maxLength", detector.Pattern.MaxLength);
        WriteFilters(json, detector.Filters);
        json.WriteString("proof", detector.Proof);
        WritePair(json, detector.Pair);
        JsonText.WriteList(json, "contains", detector.Contains);
        JsonText.WriteList(json, "related", detector.Related);
        JsonText.WriteList(json, "variables", detector.Variables);
        json.WriteString("bestEvidenceOfFormat", Words.Of(detector.FormatEvidence));
        json.WritePropertyName("guide");
        if (guide is null) json.WriteNullValue();
        else GuideFile.WriteGuide(json, guide);
        json.WriteEndObject();
        JsonText.End(json, output);
    }

    /// <summary>What a list says of it.</summary>
    public static void WriteIdentity(Utf8JsonWriter json, Detector detector)
    {
        json.WriteString("id", detector.Id);
        json.WriteString("name", detector.Name);
        json.WriteString("provider", detector.Provider);
        json.WriteString("category", detector.Category);
        json.WriteString("severity", Words.Of(detector.Severity));
        JsonText.WriteList(json, "keywords", detector.Keywords);
        json.WriteBoolean("custom", detector.IsCustom);
    }

    private static void WriteFilters(Utf8JsonWriter json, DetectorFilters filters)
    {
        json.WriteStartObject("filters");
        if (filters.Entropy is { } entropy) json.WriteNumber("entropy", entropy);
        else json.WriteNull("entropy");
        json.WriteBoolean("placeholder", filters.Placeholder);
        if (filters.Words is { } words) json.WriteBoolean("words", words);
        else json.WriteNull("words");
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, DetectorPair? pair)
    {
        json.WritePropertyName("pair");
        if (pair is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("with", pair.With);
        json.WriteNumber("within", pair.Within);
        json.WriteEndObject();
    }
}
