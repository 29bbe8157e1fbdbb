using System.Globalization;
using System.Text.Json;
using Stanch.Catalogue;
using Stanch.Cli.CommandLine;
using Stanch.Detection;

namespace Stanch.Cli.Detectors;

/// <summary>Lists detectors for people and for programs.</summary>
internal static class DetectorListing
{
    private const int WidestName = 48;

    public static void Write(IReadOnlyList<Detector> detectors, bool summary, bool json, Invocation here)
    {
        if (json) WriteJson(detectors, summary, here);
        else WriteText(detectors, summary, here);
    }

    public static void WriteIds(IReadOnlyList<Detector> detectors, Invocation here)
    {
        using var output = here.Terminal.OutputText();
        foreach (var detector in detectors) output.WriteLine(detector.Id);
    }

    private static void WriteText(IReadOnlyList<Detector> detectors, bool summary, Invocation here)
    {
        using var output = here.Terminal.OutputText();
        var count = DetectorCount.Of(detectors);
        if (summary) WriteCounts(count, output);
        else WriteTable(detectors, output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count.Detectors:N0} {(count.Detectors == 1 ? "detector" : "detectors")} of {count.Providers:N0} {(count.Providers == 1 ? "provider" : "providers")}"));
    }

    private static void WriteTable(IReadOnlyList<Detector> detectors, TextWriter output)
    {
        var id = detectors.Max(detector => detector.Id.Length);
        var name = Math.Min(WidestName, detectors.Max(detector => detector.Name.Length));
        output.WriteLine($"{"ID".PadRight(id)}  {"NAME".PadRight(name)}  SEVERITY  PROVIDER");
        foreach (var detector in detectors)
        {
            var own = detector.IsCustom ? " (your own)" : "";
            output.WriteLine($"{detector.Id.PadRight(id)}  {detector.Name.PadRight(name)}  {Words.Of(detector.Severity),-8}  {DetectorPage.ProviderOf(detector)}{own}");
        }
    }

    private static void WriteCounts(DetectorCount count, TextWriter output)
    {
        foreach (var (category, detectors) in count.Categories) output.WriteLine(Row(detectors, category));
        output.WriteLine();
        output.WriteLine(Row(count.Structured, "have a format that is specific by itself"));
        output.WriteLine(Row(count.Proven, "have an offline check: a checksum, a structure, something to decode"));
        output.WriteLine(Row(count.Custom, "are your own"));
    }

    private static string Row(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count,6:N0}  {what}");

    private static void WriteJson(IReadOnlyList<Detector> detectors, bool summary, Invocation here)
    {
        var count = DetectorCount.Of(detectors);
        using var json = new Utf8JsonWriter(here.Terminal.Output, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("catalogue", BuiltInCatalogue.Hash);
        json.WriteNumber("count", count.Detectors);
        json.WriteNumber("providers", count.Providers);
        json.WriteNumber("structured", count.Structured);
        json.WriteNumber("withOfflineCheck", count.Proven);
        json.WriteNumber("custom", count.Custom);
        json.WriteStartObject("categories");
        foreach (var (category, ofIt) in count.Categories) json.WriteNumber(category, ofIt);
        json.WriteEndObject();
        if (!summary) WriteDetectors(json, detectors);
        json.WriteEndObject();
        JsonText.End(json, here.Terminal.Output);
    }

    private static void WriteDetectors(Utf8JsonWriter json, IReadOnlyList<Detector> detectors)
    {
        json.WriteStartArray("detectors");
        foreach (var detector in detectors)
        {
            json.WriteStartObject();
            DetectorJson.WriteIdentity(json, detector);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
