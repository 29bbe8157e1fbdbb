namespace Stanch.Policy;

/// <summary>An item of <c>detectors.custom</c>: an entry written in place, or the name of a file.</summary>
/// <param name="Yaml">The entry's own text; null for a file.</param>
/// <param name="FileName">Relative to the configuration file's folder; null for an entry.</param>
internal sealed record CustomDetectorReference(string? Yaml, string? FileName, ConfigurationOrigin Origin);
