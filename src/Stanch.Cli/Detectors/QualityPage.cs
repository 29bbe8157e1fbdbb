using System.Globalization;
using System.Text.Json;
using Stanch.Catalogue;
using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Detectors;

/// <summary>What was measured of the built-in detectors.</summary>
internal static class QualityPage
{
    public static void Write(MeasuredQuality quality, bool json, Invocation here)
    {
        if (json)
        {
            using var writer = new Utf8JsonWriter(here.Terminal.Output, JsonText.Options);
            quality.Write(writer);
            JsonText.End(writer, here.Terminal.Output);
            return;
        }

        using var output = here.Terminal.OutputText();
        foreach (var (name, value) in quality.Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-44} {value:0.0000}"));
        output.WriteLine();
        var width = quality.Detectors.Keys.Select(id => id.Length).DefaultIfEmpty(2).Max();
        output.WriteLine($"{"ID".PadRight(width)}  RIGHT  WRONG  PRECISION");
        foreach (var (id, counts) in quality.Detectors.OrderByDescending(detector => detector.Value.Right + detector.Value.Wrong).ThenBy(detector => detector.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id.PadRight(width)}  {counts.Right,5}  {counts.Wrong,5}  {counts.Precision,9:0.00}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{BuiltInCatalogue.Detectors.Count(detector => !quality.Detectors.ContainsKey(detector.Id))} detectors found nothing in the sets, so nothing is known of them but their examples. How it was measured: docs/detection.md"));
    }
}
