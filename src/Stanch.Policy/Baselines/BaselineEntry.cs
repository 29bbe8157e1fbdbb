namespace Stanch.Policy;

/// <summary>A finding accepted at a point in time.</summary>
/// <param name="Fingerprint">Of the secret.</param>
/// <param name="Detector">The detector that found it; for the reader, it takes no part in matching.</param>
/// <param name="Path">Where it stands, relative to the root.</param>
public sealed record BaselineEntry(string Fingerprint, string Detector, string Path);
