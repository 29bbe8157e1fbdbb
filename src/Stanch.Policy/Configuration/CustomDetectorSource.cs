namespace Stanch.Policy;

/// <summary>A detector that a configuration brings, still to be read by the catalogue's format.</summary>
/// <param name="Yaml">The entry, or the content of the file named, as YAML.</param>
/// <param name="IsEntry">True for one entry written in the configuration; false for a file of the catalogue's format.</param>
/// <param name="File">The file that holds it, for messages.</param>
/// <param name="FirstLine">The line in that file where <paramref name="Yaml"/> starts; 1-based.</param>
/// <param name="Origin">Whose decision it is: one that comes with the scanned tree may only detect.</param>
public sealed record CustomDetectorSource(string Yaml, bool IsEntry, string File, int FirstLine, ConfigurationOrigin Origin);
