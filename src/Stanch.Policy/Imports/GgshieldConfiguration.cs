using Stanch.Detection;
using Stanch.Policy.Yaml;

namespace Stanch.Policy.Imports;

/// <summary>
/// <c>.gitguardian.yaml</c> of ggshield (https://docs.gitguardian.com/ggshield-docs/configuration), versions 1 and 2, with hyphens or underscores in its
/// keys. A match is ignored by its text, or by the SHA-256 of "match,type", where the type is one of GitGuardian's names for a part of a secret; those of
/// secrets with several parts cannot be computed from ours.
/// </summary>
internal sealed class GgshieldConfiguration : IForeignFormat
{
    private static readonly HashSet<string> Meaningless = new(StringComparer.Ordinal)
    {
        "version", "instance", "api_url", "exit_zero", "verbose", "debug", "insecure", "max_commits_for_hook", "show_secrets", "all_policies", "with_incident_details",
        "all_secrets", "prereceive_remediation_message", "source_uuid", "fail_on_server_error", "filename_only", "ignore_default_excludes", "endpoint",
    };

    public string Tool => "ggshield";
    public IReadOnlyList<string> FileNames => [".gitguardian.yaml", ".gitguardian.yml", ".gitguardian"];

    public ForeignIgnores Read(string name, string text, Func<string, string?> detectorOf)
    {
        var reader = new Reader(detectorOf);
        switch (YamlTree.Parse(name, text))
        {
            case YamlMapping root: reader.Keys(root); break;
            case null or YamlScalar { IsNull: true }: break;
            case var other: throw new ConfigurationException(new ConfigurationProblem(other.Position, "not a configuration of ggshield: it must be a mapping of keys"));
        }
        return reader.Result(Tool);
    }

    private sealed class Reader(Func<string, string?> detectorOf)
    {
        private readonly List<IForeignIdentity> _identities = [];
        private readonly List<string> _excludes = [];
        private readonly List<string> _disabled = [];
        private readonly List<NotCarriedOver> _left = [];

        public ForeignIgnores Result(string tool) =>
            new() { Tool = tool, Identities = _identities, Excludes = _excludes, DisabledDetectors = _disabled, NotCarriedOver = _left };

        public void Keys(YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries) Take(entry.Key.Value.Replace('-', '_'), entry);
        }

        private void Take(string key, YamlEntry entry)
        {
            switch (key)
            {
                case "secret" when entry.Value is YamlMapping inner: Keys(inner); break;
                case "ignored_paths" or "paths_ignore": Each(entry, Path); break;
                case "ignored_matches" or "matches_ignore": Each(entry, Match); break;
                case "ignored_detectors" or "banlisted_detectors": Each(entry, Detector); break;
                case "ignore_known_secrets": _left.Add(new NotCarriedOver(entry.Key.Value, "what GitGuardian's platform knows is not known here; 'stanch baseline create' accepts what stands now")); break;
                case "iac" or "sca": _left.Add(new NotCarriedOver(entry.Key.Value, "not about secrets")); break;
                default:
                    if (!Meaningless.Contains(key)) _left.Add(new NotCarriedOver(entry.Key.Value, "a key that has no counterpart here"));
                    break;
            }
        }

        private static void Each(YamlEntry entry, Action<YamlNode> take)
        {
            if (entry.Value is not YamlSequence sequence) return;
            foreach (var item in sequence.Items) take(item);
        }

        private void Path(YamlNode item)
        {
            if (item is not YamlScalar { Value: { Length: > 0 } path }) return;
            // There a path with a slash may start in any folder unless a slash stands first; here it starts beside the file.
            var isAnchored = path.StartsWith('/') || path.StartsWith("**/", StringComparison.Ordinal) || !path.TrimEnd('/').Contains('/');
            _excludes.Add(isAnchored ? path : "**/" + path);
            if (path.EndsWith('*') && path.Contains('/')) _left.Add(new NotCarriedOver(path, "carried over, and now covers what is in sub-folders too, as in .gitignore"));
        }

        private void Detector(YamlNode item)
        {
            if (item is not YamlScalar { Value: { Length: > 0 } detector }) return;
            if (detectorOf(detector) is { } id) _disabled.Add(id);
            else _left.Add(new NotCarriedOver(detector, "no detector here answers to it; name ours under detectors.disable"));
        }

        private void Match(YamlNode item)
        {
            var match = item is YamlMapping mapping ? (mapping.Find("match")?.Value as YamlScalar)?.Value : (item as YamlScalar)?.Value;
            if (string.IsNullOrEmpty(match)) return;
            var reason = ((item as YamlMapping)?.Find("name")?.Value as YamlScalar)?.Value;
            _identities.Add(Hashes.IsHex(match, 64) ? new HashIdentity(match.ToLowerInvariant(), Named(reason)) : new TextIdentity(new Secret(match), Named(reason)));
        }

        private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;
    }

    private sealed record TextIdentity(Secret Match, string? Reason) : IForeignIdentity
    {
        public string Text => $"{Reason ?? "a match"} ({Match.Redacted()})";
        public bool IsForOnePath => false;

        public bool Matches(Finding finding, string path) => Match.SameAs(finding.Secret);
    }

    private sealed record HashIdentity(string Hash, string? Reason) : IForeignIdentity
    {
        // The names that GitGuardian's documentation of its detectors gives to the one part of a secret.
        private static readonly string[] Types =
        [
            "apikey", "api_key", "token", "password", "client_secret", "secret", "secret_key", "access_token", "auth_token", "refresh_token", "private_key", "key",
            "webhook", "webhook_url", "uri", "url", "connection_uri", "connection_string", "jwt", "credential", "credentials", "bearer_token", "client_id",
        ];

        public string Text => $"{Reason ?? "a match"} (SHA-256 {Hash[..12]}…)";
        public bool IsForOnePath => false;

        public bool Matches(Finding finding, string path)
        {
            var secret = finding.Secret.Reveal();
            return Types.Any(type => Hashes.Sha256($"{secret},{type}") == Hash) || Hashes.Sha256(secret) == Hash;
        }
    }
}
