using System.Text.RegularExpressions;
using Stanch.Catalogue.Format;
using Stanch.Detection;
using Stanch.Remediation.Guides;

namespace Stanch.Remediation.Tests.Guides;

/// <summary>A made-up kind of secret with every field, so that the approved pages do not change with the catalogue.</summary>
internal static partial class GuideSample
{
    public static Detector Detector { get; } = new()
    {
        Id = "acme-deploy-key",
        Name = "Acme Deploy Key",
        Provider = "acme",
        ProviderName = "Acme",
        Category = "ci-cd",
        Severity = Severity.High,
        Keywords = ["acme_"],
        Pattern = new DetectorPattern(() => Key) { MinLength = 37, MaxLength = 37, HasGroups = true, PublicPrefix = 5, BoundaryBefore = true, BoundaryAfter = true },
        Variables = ["ACME_DEPLOY_KEY", "ACME_KEY"],
        Related = ["acme-read-key"],
        What = "An Acme deploy key rolls out releases of one application.",
        NextStep = "Settings, Keys, Revoke",
    };

    public static Guide Guide { get; } = new()
    {
        What = "An Acme deploy key rolls out releases of one application <and> its \"previews\" & logs.",
        Uses = ["Releases from CI", "Previews of pull requests", "Rolling back"],
        Generate = new Instructions(["Open Settings", "Choose Keys, then New deploy key"], "acme keys create --app shop", "curl -X POST https://api.acme.example/keys \\\n  -H 'Authorization: Bearer …'"),
        Leaks = ["A `release.sh` holds it", "General: a debug step prints the environment", "A *.env file is committed"],
        Risks = ["Ship code of their own", "Read logs", "Take the shop off the net"],
        Practice = ["One key an application", "Rotate it each quarter", "General: read it from a secret store"],
        Usage = new UsageLog { Where = "Settings, Audit log", Query = "actor_key_id:<key id>", Retention = "90 days", Plan = "Team" },
        Revoke = new Revocation(new Instructions(["Open Settings, Keys", "Choose Revoke"], "acme keys revoke <id>", null), false, true),
        Rotate = new Rotation("Two an application", ["Create the second", "Replace it in CI", "Revoke the first"], "A day", "OIDC from CI"),
        Consumers = ["CI", "The release bot"],
        BlastRadius = "One application; with the owner role, all of them.",
        Verified = new Verification(new VerifiedAt(new DateOnly(2026, 11, 24), "https://docs.acme.example/keys"), null, null, new VerifiedAt(new DateOnly(2026, 11, 23), "https://docs.acme.example/audit"), null, null),
        Links = new ProviderLinks("https://docs.acme.example/", "https://acme.example/settings", null),
    };

    public static Incident Incident { get; } = new()
    {
        Redacted = "acme_9f3c…",
        Fingerprint = "h1:made-up-for-the-approved-page",
        KeyId = "K-1042",
        Variables = ["SHOP_DEPLOY_KEY"],
        Facts = [new Fact("application", "shop")],
        IsCommitted = true,
        Places =
        [
            new IncidentPlace("deploy/release.rb", 12) { Commit = "4f1c2ab09d3e4f1c2ab09d3e4f1c2ab09d3e4f1c", Author = "Ada <ada@example.com>", Date = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero) },
            new IncidentPlace("old/<b>.env", 1) { Commit = "aa1c2ab09d3e4f1c2ab09d3e4f1c2ab09d3e4f1c", Author = "Ada <ada@example.com>", Date = new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero), RemovedBy = "bb1c2ab09d3e4f1c2ab09d3e4f1c2ab09d3e4f1c" },
            new IncidentPlace("notes.txt", 3),
        ],
    };

    public static GuideRequest Kind { get; } = new(Detector, Guide) { NameOf = id => id == "acme-read-key" ? "Acme Read Key" : id };

    public static GuideRequest Leak { get; } = Kind with { Incident = Incident };

    public static string Write(string format, GuideRequest request)
    {
        using var output = new StringWriter { NewLine = "\n" };
        GuideFormats.All.First(each => each.Name == format).Write(GuideDocument.Of(request), output, 100);
        return output.ToString();
    }

    [GeneratedRegex("(?<secret>acme_[0-9a-f]{32})", RegexOptions.CultureInvariant)]
    private static partial Regex Key { get; }
}
