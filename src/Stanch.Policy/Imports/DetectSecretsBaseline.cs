using System.Text.Json;
using Stanch.Detection;

namespace Stanch.Policy.Imports;

/// <summary>
/// <c>.secrets.baseline</c> of detect-secrets (https://github.com/Yelp/detect-secrets): for each file the SHA-1 of each secret. Of a private key it hashes the
/// header's words.
/// </summary>
internal sealed class DetectSecretsBaseline : IForeignFormat
{
    public string Tool => "detect-secrets";
    public IReadOnlyList<string> FileNames => [".secrets.baseline"];

    public ForeignIgnores Read(string name, string text, Func<string, string?> detectorOf)
    {
        using var document = ForeignJson.Parse(name, text);
        if (document.RootElement.Property("results") is not { ValueKind: JsonValueKind.Object } results)
            throw new ConfigurationException(new ConfigurationProblem(new SourcePosition(name, 1, 1), "not a baseline of detect-secrets: it has no 'results'"));
        var identities = new List<IForeignIdentity>();
        var left = new List<NotCarriedOver>();
        foreach (var file in results.EnumerateObject())
            foreach (var entry in file.Value.Items()) Take(file.Name.Replace('\\', '/'), entry, identities, left);
        left.AddRange(Filters(document.RootElement));
        return new ForeignIgnores { Tool = Tool, IsBaseline = true, Identities = identities, NotCarriedOver = left };
    }

    private static void Take(string path, JsonElement entry, List<IForeignIdentity> identities, List<NotCarriedOver> left)
    {
        if (entry.Text("hashed_secret") is not { } hash || !Hashes.IsHex(hash, 40))
        {
            left.Add(new NotCarriedOver(path, "an entry without a 'hashed_secret'"));
            return;
        }
        identities.Add(new Identity(hash.ToLowerInvariant(), path));
        if (entry.Property("is_secret") is { ValueKind: JsonValueKind.True })
            left.Add(new NotCarriedOver($"{path}: {hash}", "carried over, although its audit says that it is a real secret: revoke it"));
    }

    private static IEnumerable<NotCarriedOver> Filters(JsonElement root)
    {
        foreach (var filter in (root.Property("filters_used") ?? default).Items())
            if (filter.Property("pattern") is { } pattern && filter.Text("path") is { } path)
                yield return new NotCarriedOver($"filter {path}: {string.Join(", ", pattern.Items().Select(item => item.ToString()))}", "a filter by pattern; where it is still wanted, write it as 'exclude' or as an ignore with 'pattern'");
    }

    private sealed record Identity(string Hash, string Path) : IForeignIdentity
    {
        public string Text => $"{Path}: {Hash}";
        public bool IsForOnePath => true;
        public string? Reason => null;

        public bool Matches(Finding finding, string path) => path == Path && Forms(finding.Secret.Reveal()).Any(form => Hashes.Sha1(form) == Hash);

        private static IEnumerable<string> Forms(string secret)
        {
            yield return secret;
            const string Dashes = "-----";
            var end = secret.StartsWith(Dashes, StringComparison.Ordinal) ? secret.IndexOf(Dashes, Dashes.Length, StringComparison.Ordinal) : -1;
            if (end > 0) yield return secret[Dashes.Length..end];
        }
    }
}
