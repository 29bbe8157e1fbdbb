namespace Stanch.Detection;

/// <summary>Which detectors had matches in a blob.</summary>
/// <param name="Ids">Of the detectors.</param>
/// <param name="DependsOnAll">True where what one of them found decided what was decoded, and so what all could find.</param>
public sealed record MatchedDetectors(IReadOnlyList<string> Ids, bool DependsOnAll);
