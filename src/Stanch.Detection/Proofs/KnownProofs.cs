using System.Collections.Frozen;
using Stanch.Detection.Decoding;

namespace Stanch.Detection.Proofs;

/// <summary>Every offline check. One is added here and nowhere else; a test fails for a class missing from the list.</summary>
public static class KnownProofs
{
    private static readonly IProof[] All =
    [
        new Crc32Base62("crc32-base62"),
        new Crc32Base62("github-checksum"),
        new Crc32Base62("npm-checksum"),
        new GitHubOwner(),
        new GitHubAppToken(),
        new GitLabRoutable(),
        new AwsAccountId(),
        new AzureMarvin(),
        new AzureCask(),
        new EntraClientSecret(),
        new AzureDevOpsToken(),
        new GrafanaChecksum(),
        new AtlassianChecksum(),
        new AtlassianDataCenterToken(),
        new Crc32Suffix(),
        new ConfluentChecksum(),
        new YandexStaticKey(),
        new YandexOAuthToken(),
        new YandexOidcSecret(),
        new UnkeyKey(),
        new UlidToken(),
        new AgoraToken(),
        new JsonWebToken(),
        new PrivateKey(),
        new ServiceAccountKey(),
        new GoogleOAuthClient(),
        new SlackIds(),
        new StripeMode(),
        new TwilioSid(),
        new DiscordToken(),
        new TelegramBot(),
        new MailchimpDatacenter(),
        new PyPiMacaroon(),
        new OpenAIMarker(),
        new AnthropicShape(),
        new JFrogReference(),
        new AgeBech32(),
        new NKeyCrc16(),
        new ConnectionString(),
        new UrlCredentials(),
        new BasicCredentials(),
        new KubernetesSecret(),
    ];

    private static readonly FrozenDictionary<string, IProof> ByName = All.ToFrozenDictionary(proof => proof.Name);

    /// <summary>The names that the catalogue may use.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>What the named check expects after <paramref name="text"/>, for example templates.</summary>
    /// <exception cref="ArgumentException">No such check, or one without a checksum.</exception>
    public static string Complete(string name, string text) =>
        (ByName.GetValueOrDefault(name)?.Complete(text)) ?? throw new ArgumentException($"no checksum is named '{name}'", nameof(name));

    internal static IProof? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);
}
