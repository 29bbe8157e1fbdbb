using System.Globalization;
using System.Text.Json;
using Stanch.Catalogue;
using Stanch.Cli.CommandLine;
using Stanch.Detection;

namespace Stanch.Cli.Detectors;

/// <summary>Lists detectors for people and for programs.</summary>
internal static class DetectorListing
{
    public static void Write(IReadOnlyList<Detector> detectors, bool summary, bool json, Invocation here)
    {
        if (json) WriteJson(detectors, summary, here);
        else WriteText(detectors, summary, here);
    }

    private static void WriteText(IReadOnlyList<Detector> detectors, bool summary, Invocation here)
    {
        using var output = here.Terminal.OutputText();
        if (summary)
        {
            foreach (var (category, count) in ByCategory(detectors)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6:N0}  {category}"));
        }
        else
        {
            var width = detectors.Max(detector => detector.Id.Length);
            foreach (var detector in detectors) output.WriteLine($"{detector.Id.PadRight(width)}  {Words.Of(detector.Severity),-8}  {detector.Name}");
        }

        output.WriteLine($"{Counted.Of(detectors.Count, "detector")} of {Counted.Of(detectors.DistinctBy(detector => detector.Provider).Count(), "provider")}");
    }

    private static void WriteJson(IReadOnlyList<Detector> detectors, bool summary, Invocation here)
    {
        using var json = new Utf8JsonWriter(here.Terminal.Output, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("catalogue", BuiltInCatalogue.Hash);
        json.WriteNumber("count", detectors.Count);
        json.WriteNumber("providers", detectors.DistinctBy(detector => detector.Provider).Count());
        json.WriteStartObject("categories");
        foreach (var (category, count) in ByCategory(detectors)) json.WriteNumber(category, count);
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
            json.WriteString("id", detector.Id);
            json.WriteString("name", detector.Name);
            json.WriteString("provider", detector.Provider);
            json.WriteString("category", detector.Category);
            json.WriteString("severity", Words.Of(detector.Severity));
            JsonText.WriteList(json, "keywords", detector.Keywords);
            json.WriteBoolean("custom", detector.IsCustom);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<(string Category, int Count)> ByCategory(IReadOnlyList<Detector> detectors) =>
        detectors.GroupBy(detector => detector.Category).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()));
}
