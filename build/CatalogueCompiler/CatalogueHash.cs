using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stanch.Catalogue.Format;

namespace Stanch.CatalogueCompiler;

/// <summary>A short hash of everything that decides what is found. Prose does not change it.</summary>
internal static class CatalogueHash
{
    private const int Characters = 12;

    public static string Of(CompiledCatalogue catalogue)
    {
        var text = string.Join('\n', catalogue.Secrets.OrderBy(secret => secret.Id, StringComparer.Ordinal).Select(Describe));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Characters];
    }

    private static string Describe(SecretEntry secret) => string.Join('\t', Parts(secret));

    private static IEnumerable<string> Parts(SecretEntry secret) =>
    [
        secret.Id,
        secret.Severity.ToString(),
        CodeText.List(secret.Keywords.Order(StringComparer.Ordinal)),
        secret.Pattern,
        secret.Context.ToString(),
        string.Create(CultureInfo.InvariantCulture, $"{secret.Filters.Entropy} {secret.Filters.Placeholder} {secret.Filters.Words}"),
        secret.Proof ?? "",
        string.Create(CultureInfo.InvariantCulture, $"{secret.Pair?.With} {secret.Pair?.Within}"),
        CodeText.List(secret.Contains),
        CodeText.Flag(secret.IsWeak),
    ];
}
