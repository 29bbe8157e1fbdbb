using System.Text.Json;
using Stanch.Catalogue;

namespace Stanch.Bench.Accuracy;

/// <summary>Measures every figure that is watched, on all labelled sets of a folder.</summary>
internal sealed class QualityRun(string sets)
{
    /// <summary>A figure that falls by more is a failure.</summary>
    public const double MostLoss = 0.005;

    public MeasuredQuality Measure()
    {
        var figures = new Dictionary<string, double>();
        var detectors = new DetectorTally();
        var cases = Run(detectors, new AccuracyOptions(Path.Combine(sets, "cases"), Core: false, Evidence.Review, Misses: null));
        figures["cases recall"] = cases.Recall;
        figures["cases specificity"] = cases.Specificity;
        figures["cases recall, covered types"] = Run(null, new AccuracyOptions(Path.Combine(sets, "cases"), Core: false, Evidence.Review, Misses: null, Covered: true)).Recall;
        foreach (var evidence in new[] { Evidence.Review, Evidence.Likely })
        {
            var lines = Run(
                evidence == Evidence.Review ? detectors : null,
                new AccuracyOptions(Path.Combine(sets, "creddata.jsonl"), Core: true, evidence, Misses: null, Half: Half.Measure));
            var name = $"creddata core, measuring half, {evidence.ToString().ToLowerInvariant()}";
            (figures[$"{name}: precision"], figures[$"{name}: recall"], figures[$"{name}: F1"]) = (lines.Precision, lines.Recall, lines.F1);
        }

        return new MeasuredQuality(figures, detectors.Counts);
    }

    /// <summary>Writes what was measured to the file that ships with the catalogue.</summary>
    public int Write(string file, TextWriter output)
    {
        var quality = Measure();
        using (var stream = File.Create(file))
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            quality.Write(json);
        }

        File.AppendAllText(file, "\n");
        foreach (var (name, value) in quality.Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal))
        {
            output.WriteLine(FormattableString.Invariant($"{name,-48} {value:F4}"));
        }

        return 0;
    }

    /// <summary>The figures that fell too far, each with what it was.</summary>
    public static IReadOnlyList<string> Losses(MeasuredQuality was, MeasuredQuality @is) =>
    [
        .. from figure in was.Figures
           let now = @is.Figures.GetValueOrDefault(figure.Key)
           where figure.Value - now > MostLoss
           select FormattableString.Invariant($"{figure.Key}: {now:F4}, was {figure.Value:F4}"),
    ];

    private static Tally Run(DetectorTally? detectors, AccuracyOptions options)
    {
        var run = new AccuracyRun(options);
        run.Score();
        detectors?.Add(run.ByDetector);
        return run.Total;
    }
}
