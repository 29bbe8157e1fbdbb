using Stanch.Detection;

namespace Stanch.Cli.Detectors;

/// <summary>How many detectors there are, and of what kind.</summary>
/// <param name="Structured">Those whose format is specific by itself.</param>
/// <param name="Proven">Those with an offline check.</param>
/// <param name="Custom">The user's own.</param>
/// <param name="Categories">The most numerous first.</param>
internal sealed record DetectorCount(int Detectors, int Providers, int Structured, int Proven, int Custom, IReadOnlyList<(string Category, int Detectors)> Categories)
{
    public static DetectorCount Of(IReadOnlyList<Detector> detectors) => new(
        detectors.Count,
        detectors.DistinctBy(detector => detector.Provider).Count(),
        detectors.Count(detector => detector.Context == DetectorContext.Inside),
        detectors.Count(detector => detector.Proof is not null),
        detectors.Count(detector => detector.IsCustom),
        [.. detectors.CountBy(detector => detector.Category).Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)]);
}
