using System.Text.RegularExpressions;
using Stanch.Detection;

namespace Stanch.Reporting.Tests;

/// <summary>Secrets, detectors and findings made at run time, the same in every run.</summary>
internal static class Fake
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Detector Token = Detector("acme-deploy-token", "Acme Deploy Token", "acme", "Acme", Severity.Critical,
        "An Acme deploy token ships releases to every environment of its organisation, and reads their settings.",
        "Revoke it under Settings → Deploy tokens; the old one stops at once.", "https://docs.acme.example/tokens?a=1&b=2");

    public static readonly Detector Password = Detector("generic-password", "Password", "generic", "Generic", Severity.Medium,
        "A password that is written in the text.", "Change it where it is used.", null);

    public static readonly Detector PrivateKey = Detector("private-key-rsa", "RSA Private Key", "private-key", "Private keys", Severity.High,
        "The private half of an RSA key pair; whoever has it signs and decrypts as its owner.",
        "Make a new pair and take the public half off every server that trusts it.", null);

    public static readonly Detector Webhook = Detector("acme-webhook", "Acme <Webhook> | URL", "acme", "Acme", Severity.Low,
        "A webhook address: whoever knows it posts into the channel.", "Delete the webhook & make another.", null);

    public static readonly Detector Identifier = Detector("acme-client-id", "Acme Client Id", "acme", "Acme", Severity.Info, "", "", null);

    public static string Text(int seed, int length)
    {
        var random = new Random(seed);
        return string.Create(length, random, (span, from) =>
        {
            foreach (ref var letter in span)
                letter = Letters[from.Next(Letters.Length)];
        });
    }

    public static Secret TokenSecret(int seed) => new("acme_" + Text(seed, 40), publicPrefix: 5);

    public static CommitInfo Commit(int seed, string author, int daysLater, string summary) =>
        new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([(byte)seed]))[..40], author, Noon.AddDays(daysLater), summary);

    /// <summary>A finding on one line of text in which {} stands for the secret, with a line before and after.</summary>
    public static Finding On(string line, int number, Detector detector, Secret secret, Provenance provenance, Evidence evidence, params string[] reasons)
    {
        var start = line.IndexOf("{}", StringComparison.Ordinal);
        var clear = line.Replace("{}", secret.Reveal(), StringComparison.Ordinal);
        var redacted = line.Replace("{}", secret.Redacted(), StringComparison.Ordinal);
        return new Finding
        {
            Detector = detector,
            Secret = secret,
            Evidence = evidence,
            Reasons = reasons,
            Provenance = provenance,
            Location = new Location(number, start + 1, number, start + 1 + secret.Length, 100 * number + start, secret.Length),
            Snippet = number == 1 ? Lines(1, (clear, redacted)) : Lines(number - 1, ("# before", "# before"), (clear, redacted), ("", "")),
            Blocking = evidence > Evidence.Review,
        };
    }

    public static Snippet Lines(int first, params (string Clear, string Redacted)[] lines) =>
        new([.. lines.Select(line => new SnippetLine(new Secret(line.Clear), line.Redacted))], first);

    private static Detector Detector(string id, string name, string provider, string providerName, Severity severity, string what, string next, string? url) => new()
    {
        Id = id,
        Name = name,
        Provider = provider,
        ProviderName = providerName,
        Severity = severity,
        Keywords = ["acme"],
        Pattern = new DetectorPattern(() => new Regex("unused")) { MinLength = 1, MaxLength = 100 },
        What = what,
        NextStep = next,
        DocumentationUrl = url,
    };
}
