namespace Stanch.Detection;

/// <summary>What decides what is found in a blob: two scans with the same key find the same.</summary>
/// <param name="Engine">The program text of the engine, and its settings.</param>
/// <param name="Detectors">The active detectors as a whole.</param>
/// <param name="Prints">A hash of each detector's definition, by id; costs making every expression, so ask only where the whole differs.</param>
public sealed record DetectionKey(string Engine, string Detectors, Func<IReadOnlyDictionary<string, ulong>> Prints);
