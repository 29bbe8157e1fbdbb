namespace Stanch.Bench.Ratios;

/// <summary>Measures a stage against what was recorded. A ratio that is too high is measured twice more, and the best counts.</summary>
internal static class Verdict
{
    private const double Worse = 1.15;
    private const int Attempts = 3;

    public static bool Holds(Stage stage, RecordedRatios recorded)
    {
        if (!recorded.Ratios.TryGetValue(stage.Name, out var was))
        {
            Console.WriteLine($"speed: {stage.Name}: nothing is recorded for it; run with --record");
            return false;
        }

        var best = double.MaxValue;
        for (var attempt = 0; attempt < Attempts && best > was * Worse; attempt++) best = Math.Min(best, Measurement.Ratio(stage));
        var holds = best <= was * Worse;
        Console.WriteLine($"speed: {stage.Name}: {best:0.000}, recorded {was:0.000}{(holds ? "" : recorded.IsThisProcessor ? ": MORE THAN 15 % WORSE. Find out why, or, if it is worth it, record anew: ratios --record" : ": not judged, recorded on another processor")}");
        return holds || !recorded.IsThisProcessor;
    }
}
