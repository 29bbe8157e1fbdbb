using System.Text.Json;
using Stanch.Detection;

namespace Stanch.Policy.Imports;

/// <summary>
/// A report of <c>trufflehog … --json</c> (https://github.com/trufflesecurity/trufflehog): a finding a line, the secret in clear as <c>Raw</c> or, with its id
/// beside it, as <c>RawV2</c>; where it was found under <c>SourceMetadata.Data</c>, by the kind of source. A JSON array of the same is read too.
/// </summary>
internal sealed class TruffleHogReport : IForeignFormat
{
    private const int LeastPart = 8;

    public string Tool => "trufflehog";
    public IReadOnlyList<string> FileNames => [];

    public ForeignIgnores Read(string name, string text, Func<string, string?> detectorOf)
    {
        var identities = new List<IForeignIdentity>();
        var left = new List<NotCarriedOver>();
        if (text.AsSpan().TrimStart().StartsWith("["))
        {
            using var document = ForeignJson.Parse(name, text);
            foreach (var entry in document.RootElement.Items()) Take(entry, identities, left);
        }
        else
        {
            foreach (var (line, i) in text.TrimStart('\uFEFF').Split('\n').Select((line, i) => (line, i)))
            {
                if (string.IsNullOrWhiteSpace(line)) continue;
                using var document = ForeignJson.Parse(name, line, i + 1);
                Take(document.RootElement, identities, left);
            }
        }
        return new ForeignIgnores { Tool = Tool, IsBaseline = true, Identities = identities, NotCarriedOver = left };
    }

    // Lines of its log stand among the findings when both went to one file.
    private static void Take(JsonElement entry, List<IForeignIdentity> identities, List<NotCarriedOver> left)
    {
        if (entry.Property("DetectorName") is null && entry.Property("Raw") is null) return;
        var detector = entry.Text("DetectorName") ?? "a finding";
        var place = Place(entry);
        var path = place?.Text("file")?.Replace('\\', '/');
        if (entry.Text("Raw") is not { Length: > 0 } raw)
        {
            left.Add(new NotCarriedOver($"{detector} in {path ?? "an unnamed place"}", "it has no 'Raw'; make the report without --redact"));
            return;
        }
        identities.Add(new Identity(detector, path, place?.Text("commit"), new Secret(raw), new Secret(entry.Text("RawV2") ?? "")));
        if (entry.Property("Verified") is { ValueKind: JsonValueKind.True })
            left.Add(new NotCarriedOver($"{detector} in {path ?? "an unnamed place"}", "carried over, although it was verified to be live: revoke it"));
    }

    private static JsonElement? Place(JsonElement entry) =>
        entry.Property("SourceMetadata")?.Property("Data") is { ValueKind: JsonValueKind.Object } data
            ? data.EnumerateObject().Select(source => (JsonElement?)source.Value).FirstOrDefault()
            : null;

    private sealed record Identity(string Detector, string? Path, string? Commit, Secret Raw, Secret RawV2) : IForeignIdentity
    {
        public string Text => $"{Detector} {Raw.Redacted()} in {Path ?? "an unnamed place"}{(Commit is null ? "" : $" at {Commit}")}";
        public bool IsForOnePath => Path is not null;
        public string? Reason => null;

        public bool Matches(Finding finding, string path) => (Path is null || IsSame(path)) && IsSecret(finding.Secret);

        // A report of a folder names it as it was given, so that a longer path may end with ours.
        private bool IsSame(string path) => Path == path || Path!.EndsWith("/" + path, StringComparison.Ordinal);

        // Of a pair, Raw is often the id, and RawV2 the id and the secret in one.
        private bool IsSecret(Secret secret) =>
            Raw.SameAs(secret) || RawV2.SameAs(secret) || secret.Length >= LeastPart && RawV2.Reveal().Contains(secret.Reveal(), StringComparison.Ordinal);
    }
}
