namespace Stanch.Policy.Imports;

/// <summary>Another tool's rule as a detector of ours.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Yaml">Its entry in the catalogue's format, a mapping in block style that ends with a newline.</param>
public sealed record ImportedDetector(string Id, string Yaml);
