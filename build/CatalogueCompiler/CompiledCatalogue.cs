using Stanch.Catalogue.Format;
using Stanch.Detection.Matching;
using Stanch.Detection.Scanning;

namespace Stanch.CatalogueCompiler;

/// <summary>All files of the catalogue, read and checked, in an order that does not depend on the file system.</summary>
internal sealed class CompiledCatalogue
{
    private readonly Dictionary<string, int> _patterns;

    private CompiledCatalogue(IReadOnlyList<ProviderEntry> providers, IReadOnlyList<CatalogueError> errors)
    {
        Providers = providers;
        Errors = errors;
        Expressions = [.. Secrets.Select(secret => secret.Compiled.Expression).Distinct().Order(StringComparer.Ordinal)];
        _patterns = Expressions.Index().ToDictionary(pattern => pattern.Item, pattern => pattern.Index);
    }

    public IReadOnlyList<ProviderEntry> Providers { get; }
    public IReadOnlyList<CatalogueError> Errors { get; }

    /// <summary>The distinct expressions; a pattern's number is its place here.</summary>
    public IReadOnlyList<string> Expressions { get; }

    public IEnumerable<SecretEntry> Secrets => Providers.SelectMany(provider => provider.Secrets);

    public static CompiledCatalogue Read(string directory)
    {
        var paths = Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal);
        return From([.. paths.Select(path => CatalogueReader.Read(File.ReadAllText(path), path, CatalogueRules.BuiltIn))]);
    }

    public static CompiledCatalogue From(IReadOnlyList<CatalogueFile> files)
    {
        var providers = files.Select(file => file.Provider).OfType<ProviderEntry>().ToList();
        var errors = files.SelectMany(file => file.Errors).ToList();
        // While files are refused, what refers to their entries would seem to refer to nothing.
        if (errors.Count == 0)
            errors.AddRange(CatalogueReferences.Check(providers, new HashSet<string>()));
        return new CompiledCatalogue(providers, errors);
    }

    public int PatternNumber(SecretEntry secret) => _patterns[secret.Compiled.Expression];

    /// <summary>The prepared keyword table, and the index of who waits for which keyword.</summary>
    public (byte[] Table, byte[] Index) Keywords()
    {
        var keywords = Providers.SelectMany(provider => provider.Secrets.Select(secret => DetectorFactory.KeywordsOf(provider, secret))).ToList();
        var table = KeywordAutomaton.Build(keywords.SelectMany(ofOne => ofOne));
        return (table.Serialize(), KeywordIndex.Make(table, keywords).Serialize());
    }

    public byte[] Guides() => GuideFile.Write(Secrets);
}
