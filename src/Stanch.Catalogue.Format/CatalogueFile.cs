namespace Stanch.Catalogue.Format;

/// <summary>A file that was read.</summary>
/// <param name="Provider">What it says; null where there are errors.</param>
/// <param name="Errors">What is wrong, in the order of the file.</param>
public sealed record CatalogueFile(ProviderEntry? Provider, IReadOnlyList<CatalogueError> Errors);
