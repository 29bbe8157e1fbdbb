namespace Stanch.Catalogue.Format;

/// <summary>The names of the offline checks that an entry may ask for.</summary>
internal static class KnownProofs
{
    public static readonly IReadOnlyList<string> All =
    [
        "age-bech32", "anthropic-shape", "atlassian-checksum", "aws-account-id", "azure-cask", "azure-devops-pat", "azure-marvin",
        "connection-string", "crc32-suffix", "discord-token", "entra-client-secret", "gcp-service-account", "github-checksum", "github-owner",
        "gitlab-routable", "google-oauth-client", "grafana-checksum", "jfrog-reference", "jwt", "jwt-github-app", "mailchimp-datacenter",
        "nkey-crc16", "npm-checksum", "openai-marker", "private-key", "pypi-macaroon", "sendgrid-shape", "slack-ids", "stripe-mode",
        "telegram-bot", "twilio-sid", "url-credentials", "vault-token",
    ];
}
