using Stanch.Catalogue.Format;
using Stanch.Catalogue.Format.Dialect;

namespace Stanch.Catalogue;

/// <summary>Detectors that users write, in the format of the catalogue.</summary>
public static class CustomDetectors
{
    private static readonly Lazy<IReadOnlySet<string>> s_builtIn =
        new(() => BuiltInCatalogue.Detectors.Select(detector => detector.Id).ToHashSet(StringComparer.Ordinal));

    /// <summary>Reads a file of detectors.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static CustomDetectorFile Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads detectors from text: a provider with <c>secrets</c>, a mapping with <c>detectors</c>, or the list alone.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The file as errors should name it.</param>
    /// <param name="firstLine">The line of that file on which the text starts, where it is a part of it.</param>
    public static CustomDetectorFile Parse(string text, string file, int firstLine = 1)
    {
        var read = CatalogueReader.Read(text, file, CatalogueRules.Custom, firstLine);
        if (read.Provider is not { } provider)
            return new CustomDetectorFile([], [], read.Errors);
        var errors = Taken(provider).Concat(TooLarge(provider)).Concat(CatalogueReferences.Check([provider], s_builtIn.Value)).ToList();
        return errors.Count > 0
            ? new CustomDetectorFile([], [], errors)
            : new CustomDetectorFile([.. provider.Secrets.Select(secret => DetectorFactory.CreateCustom(provider, secret))], provider.Secrets, []);
    }

    private static IEnumerable<CatalogueError> TooLarge(ProviderEntry provider) =>
        from secret in provider.Secrets
        let problem = CustomPattern.Problem(secret.Compiled)
        where problem is not null
        select new CatalogueError(provider.File, secret.Line, secret.Column, $"{secret.Id}: {problem}");

    private static IEnumerable<CatalogueError> Taken(ProviderEntry provider) => provider.Secrets
        .Where(secret => s_builtIn.Value.Contains(secret.Id))
        .Select(secret => new CatalogueError(
            provider.File, secret.Line, secret.Column, $"the id '{secret.Id}' belongs to a built-in detector: take another, such as my-{secret.Id}"));
}
