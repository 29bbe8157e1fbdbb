using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stanch.Detection;
using Stanch.Policy.Imports;

namespace Stanch.Policy.Tests.Imports;

public sealed class ImportTests
{
    private static readonly string Commit = new('a', 40);
    private static readonly CommitInfo Introduced = new(Commit, "Ada <ada@example.com>", default, "first");
    private static readonly string Value = Fake.Value(11);

    [Fact]
    public void EveryFormatIsListedOnceAndNamesItsTool()
    {
        ForeignFormats.All.Select(format => format.Tool).Distinct().ShouldBe(["gitleaks", "detect-secrets", "ggshield", "trufflehog"]);
        ForeignFormats.All.SelectMany(format => format.FileNames).ShouldBeUnique();
    }

    [Fact]
    public void AGitleaksConfigurationIsTranslated()
    {
        var read = Read<GitleaksConfiguration>("""
            title = "ours"
            [extend]
            useDefault = true
            disabledRules = ["generic-api-key", "unheard-of"]

            [[rules]]
            id = "acme token"
            description = "Acme's token"
            regex = '''(?i)acme[_-]?key\s*=\s*"(acme_[a-z0-9]{32})"'''
            keywords = ["acme_", "ak"]
            entropy = 3.5
            [[rules.allowlists]]
            description = "fixtures"
            paths = ['''^fixtures/''']
            regexTarget = "line"
            regexes = ['''not-real''']

            [[rules]]
            id = "names"
            path = '''\.pem$'''

            [allowlist]
            description = "all"
            paths = ['''(^|/)vendor/''', '''.*''']
            commits = ["COMMIT"]
            regexes = ['''^example''', '''(?=x)''']
            stopwords = ["dummy", "a.b"]

            [[allowlists]]
            description = "both"
            condition = "AND"
            paths = ['''\.md$''']
            regexes = ['''sample''']
            """.Replace("COMMIT", Commit), rule => rule == "generic-api-key" ? "generic-key" : null);

        read.DisabledDetectors.ShouldBe(["generic-key"]);
        read.Excludes.ShouldBe(["vendor/"]);
        read.Identities.ShouldHaveSingleItem().Text.ShouldBe($"commit {Commit}");
        read.Detectors.ShouldHaveSingleItem().Yaml.ShouldBe("""
            id: custom-acme-token
            name: 'Acme''s token'
            severity: high
            keywords: [acme_]
            pattern: '(?i:acme)[_\-]?(?i:key)\s{0,256}=\s{0,256}"(?<secret>(?i:acme)_(?i:[a-z0-9]){32})"'
            filters: { entropy: 3.5 }

            """.Replace("\r", ""));
        read.Ignores.ShouldBe(
        [
            new NewIgnore { Detector = "custom-acme-token", Path = "/fixtures/", Reason = "fixtures" },
            new NewIgnore { Detector = "custom-acme-token", Pattern = "not-real", Target = IgnoreTarget.Line, Reason = "fixtures" },
            new NewIgnore { Pattern = "^example", Target = IgnoreTarget.Secret, Reason = "all" },
            new NewIgnore { Pattern = @"(?i:dummy|a\.b)", Target = IgnoreTarget.Secret, Reason = "all" },
            new NewIgnore { Path = "*.md", Pattern = "sample", Target = IgnoreTarget.Secret, Reason = "both" },
        ]);
        read.NotCarriedOver.Select(left => left.What).ShouldBe(["disabled rule unheard-of", "rule acme token", "rule names", "path .*", "expression (?=x)"]);
    }

    [Fact]
    public void WhatIsReadFromGitleaksCanBeWrittenAndIsObeyed()
    {
        var read = Read<GitleaksConfiguration>("[allowlist]\npaths = ['''\\.md$''']\nregexes = ['''(?i)SAMPLE''']\nstopwords = ['''dummy''']\n");
        var text = read.Ignores.Aggregate((string?)null, (text, ignore) => ConfigurationEditor.AddIgnore("c", text, ignore))!;
        var finding = Fake.Finding("tok_sample" + Fake.Value(2));
        new PolicyEngine(Tree.Of(text), Baseline.Empty, TimeProvider.System).Judge([finding], Fake.Coverage(), new PolicyOptions()).ExitCode.ShouldBe(ExitCode.Clean);
    }

    [Fact]
    public void RulesWithoutTheDefaultsSayThatTheBuiltInOnesRunToo() =>
        Read<GitleaksConfiguration>("[[rules]]\nid = \"x\"\nregex = \"acme_[0-9]{8}\"\nkeywords = [\"acme_\"]\n").NotCarriedOver.ShouldHaveSingleItem().Why.ShouldContain("built-in detectors run too");

    [Fact]
    public void AGitleaksFingerprintNamesTheFindingOnThatLine()
    {
        var read = Read<GitleaksIgnoreFile>($"# comment\n{Commit}:src/a:b.env:acme:10\nsrc/app.env:acme:10\nnonsense\n");
        read.Identities.Count.ShouldBe(2);
        read.NotCarriedOver.ShouldHaveSingleItem().What.ShouldBe("nonsense");
        var old = Fake.Finding(path: "src/a:b.env") with { Provenance = new Provenance.Commit("r", "src/a:b.env", Introduced) };
        Matched(read, old, Fake.Finding()).ShouldBe([old.Provenance.Path, "src/app.env"]);
        Matched(read, old with { Provenance = new Provenance.Commit("r", "src/a:b.env", Introduced with { Id = new string('b', 40) }) }).ShouldBeEmpty();
        Matched(read, Fake.Finding().OnLine("x", "y")).ShouldBeEmpty();
    }

    [Fact]
    public void ADetectSecretsBaselineNamesSecretsByTheirHashAndFile()
    {
        var pem = $"-----BEGIN EC {"PRIVATE"} KEY-----\nabc\n-----END EC {"PRIVATE"} KEY-----";
        var read = Read<DetectSecretsBaseline>(JsonSerializer.Serialize(new
        {
            version = "1.5.0",
            filters_used = new[] { new { path = "detect_secrets.filters.regex.should_exclude_file", pattern = new[] { "x.*" } } },
            results = new Dictionary<string, object[]>
            {
                ["src/app.env"] = [new { hashed_secret = Sha1(Value), line_number = 3, is_secret = true }, new { hashed_secret = Sha1(pem[5..25]) }],
                ["b"] = [new { hashed_secret = Sha1("gone") }, new { type = "broken" }],
            },
        }));
        read.IsBaseline.ShouldBeTrue();
        read.NotCarriedOver.Count.ShouldBe(3);
        Matched(read, Fake.Finding(Value), Fake.Finding(Fake.Detector("private-key"), pem), Fake.Finding(Value, "elsewhere")).ShouldBe(["src/app.env", "src/app.env"]);
        ImportMatching.Of(read, [Fake.Finding(Value)], path => path).Unmatched.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("apikey")]
    [InlineData("client_secret")]
    [InlineData("password")]
    public void AGgshieldHashIsComputedForTheUsualTypes(string type)
    {
        var read = Read<GgshieldConfiguration>($"version: 2\nsecret:\n  ignored_matches:\n    - name: known\n      match: {Sha256($"{Value},{type}")}\n");
        Matched(read, Fake.Finding(Value, "a"), Fake.Finding(Value, "b"), Fake.Finding(Fake.Value(12), "c")).ShouldBe(["a", "b"]);
        read.Identities[0].Reason.ShouldBe("known");
    }

    [Theory]
    [InlineData("version: 2\nsecret:\n  ignored-matches:\n    - name: x\n      match: VALUE\n  ignored_paths: [docs/*, /a, '**/b', c]\n  ignored_detectors: [Acme Token, Other]\n  show_secrets: true\ninstance: https://example.com\n")]
    [InlineData("paths-ignore: [docs/*, /a, '**/b', c]\nmatches-ignore:\n  - VALUE\nbanlisted-detectors: [Acme Token, Other]\nverbose: true\n")]
    public void AGgshieldConfigurationOfEitherVersionIsRead(string yaml)
    {
        var read = Read<GgshieldConfiguration>(yaml.Replace("VALUE", Value), name => name == "Acme Token" ? "acme-token" : null);
        read.Excludes.ShouldBe(["**/docs/*", "/a", "**/b", "c"]);
        read.DisabledDetectors.ShouldBe(["acme-token"]);
        read.NotCarriedOver.Select(left => left.What).ShouldBe(["docs/*", "Other"], ignoreOrder: true);
        Matched(read, Fake.Finding(Value, "z")).ShouldBe(["z"]);
    }

    [Fact]
    public void ATruffleHogReportNamesSecretsInClear()
    {
        var id = Fake.Value(20, 16);
        string Line(object place, string raw, string? rawV2 = null, bool verified = false) =>
            JsonSerializer.Serialize(new { SourceMetadata = new { Data = place }, DetectorName = "Acme", Verified = verified, Raw = raw, RawV2 = rawV2 ?? "" });
        var report = string.Join('\n', Line(new { Git = new { commit = Commit, file = "a", line = 3 } }, Value), "{\"level\":\"info-0\",\"msg\":\"running\"}", Line(new { Filesystem = new { file = "/home/ada/repo/b" } }, id, id + Value, true), "");
        var read = Read<TruffleHogReport>(report);
        read.Identities.Count.ShouldBe(2);
        read.NotCarriedOver.ShouldHaveSingleItem().Why.ShouldContain("verified");
        Matched(read, Fake.Finding(Value, "a"), Fake.Finding(Value, "b"), Fake.Finding(Value, "c")).ShouldBe(["a", "b"]);
        Read<TruffleHogReport>($"[{Line(new { Docker = new { image = "i" } }, Value)}]").Identities.ShouldHaveSingleItem().IsForOnePath.ShouldBeFalse();
    }

    [Fact]
    public void NothingThatIsShownHoldsASecret()
    {
        var reads = new[]
        {
            Read<GgshieldConfiguration>($"matches-ignore: [{Value}]"),
            Read<TruffleHogReport>($"{{\"DetectorName\":\"x\",\"Raw\":\"{Value}\"}}"),
        };
        foreach (var identity in reads.SelectMany(read => read.Identities))
        {
            identity.Text.ShouldNotContain(Value[8..]);
            identity.ToString()!.ShouldNotContain(Value[8..]);
        }
    }

    [Fact]
    public void WhatAgreesIsWrittenAsOurs()
    {
        var key = FingerprintKey.Create();
        var fingerprinter = new Fingerprinter(key);
        var read = Read<GitleaksIgnoreFile>("src/app.env:acme:10\n");
        var matching = ImportMatching.Of(read, [Fake.Finding(Value), Fake.Finding(Value, "other.env")], path => path);
        var ignore = matching.ToIgnores(fingerprinter, "gitleaks", new DateOnly(2026, 11, 24)).ShouldHaveSingleItem();
        ignore.ShouldBe(new NewIgnore { Fingerprint = fingerprinter.Of(Fake.Finding(Value)), Path = "/src/app.env", Reason = "imported from gitleaks on 2026-11-24" });
        var text = ConfigurationEditor.AddIgnore("c", $"fingerprintKey: {key.Export()}\n", ignore);
        var verdict = new PolicyEngine(Tree.Of(text), Baseline.Empty, TimeProvider.System).Judge([Fake.Finding(Value), Fake.Finding(Value, "other.env")], Fake.Coverage(), new PolicyOptions());
        verdict.Findings.Select(finding => finding.Ignored is null).ShouldBe([false, true]);
        matching.ToBaseline(fingerprinter).ShouldHaveSingleItem().Path.ShouldBe("src/app.env");
    }

    [Theory]
    [InlineData("[broken")]
    [InlineData("a = ")]
    public void BrokenTomlIsAnErrorWithItsPlace(string text) => Should.Throw<ConfigurationException>(() => Read<GitleaksConfiguration>(text)).Message.ShouldMatch(@"^f:1:\d+: not valid TOML$");

    public static TheoryData<string> Deep =>
        [.. new[] { "[", "{\"a\":", "{a=", "a = [", "- " }.Select(text => string.Concat(Enumerable.Repeat(text, 100_000)))];

    [Theory, MemberData(nameof(Deep), DisableDiscoveryEnumeration = true)]
    public void DeepNestingIsRefusedByEveryFormat(string text)
    {
        foreach (var format in ForeignFormats.All)
            foreach (var whole in new[] { text, "a = " + text })
                try
                {
                    format.Read("f", whole, _ => null);
                }
                catch (ConfigurationException)
                {
                }
    }

    [Fact]
    public void BrokenJsonIsAnErrorThatQuotesNothing() =>
        Should.Throw<ConfigurationException>(() => Read<TruffleHogReport>("{\"Raw\":\"a\"}\n{\"Raw\": secret")).Message.ShouldMatch(@"^f:2:\d+: not valid JSON$");

    [Fact]
    public void AnyTextIsReadOrIsAConfigurationError() =>
        Gen.Select(Gen.Int[0, ForeignFormats.All.Count - 1], Gen.OneOf(Gen.String, Gen.String[Gen.Char["[]{}\"':=,.-\n# ax0"], 0, 80])).Sample((format, text) =>
        {
            try
            {
                ForeignFormats.All[format].Read("f", text, _ => null);
            }
            catch (ConfigurationException)
            {
            }
        }, iter: 3000);

    private static ForeignIgnores Read<T>(string text, Func<string, string?>? detectorOf = null)
        where T : IForeignFormat, new() => new T().Read("f", text, detectorOf ?? (_ => null));

    private static string[] Matched(ForeignIgnores read, params Finding[] findings) => [.. ImportMatching.Of(read, findings, path => path).Matches.Select(match => match.Path)];

#pragma warning disable CA5350 // What detect-secrets writes.
    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
