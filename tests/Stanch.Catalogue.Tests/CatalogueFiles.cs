using System.Reflection;
using Stanch.Catalogue.Format;

namespace Stanch.Catalogue.Tests;

/// <summary>The repository's own catalogue.</summary>
internal static class CatalogueFiles
{
    public static readonly string Directory =
        typeof(CatalogueFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "CatalogueDirectory").Value!;

    public static readonly Lazy<IReadOnlyList<SecretEntry>> Secrets = new(() => [.. Read().SelectMany(file => file.Provider!.Secrets)]);

    public static IEnumerable<string> Paths() => System.IO.Directory.GetFiles(Directory, "*.yaml").Order(StringComparer.Ordinal);

    public static IEnumerable<CatalogueFile> Read() => Paths().Select(path => CatalogueReader.Read(File.ReadAllText(path), path, CatalogueRules.BuiltIn));
}
