using System.Security.Cryptography;
using System.Text;
using Stanch.Cli.Tests.Verbs;

namespace Stanch.Cli.Tests.Import;

public sealed class ImportTests : IDisposable
{
    private readonly ProjectSandbox _project = new();
    private readonly string _first = Made.SlackToken(1);
    private readonly string _second = Made.SlackToken(2);

    public void Dispose() => _project.Dispose();

    [Fact]
    public void LinesOfGitleaksIgnoreBecomeIgnoresByFingerprint()
    {
        _project.Write("old.py", $"\nA = \"{_first}\"\n");
        var commit = _project.Commit("leak");
        _project.Write("old.py", "").Write("a.py", $"B = \"{_second}\"\n");
        _project.Commit("gone");
        _project.Write(".gitleaksignore", $"{commit}:old.py:slack-bot-token:2\na.py:slack-bot-token:1\nnowhere.py:slack-bot-token:9\n");
        var ran = _project.Stanch("import", "gitleaks", ".gitleaksignore").ShouldEndWith(0).ShouldNotShow(_first, _second);
        ran.Output.ShouldContain("2 ignores by fingerprint");
        ran.Output.ShouldContain("nowhere.py:slack-bot-token:9");
        _project.Stanch("scan", "git").ShouldEndWith(0);
        _project.Stanch("scan").ShouldEndWith(0);
    }

    [Fact]
    public void RulesAndAllowlistsOfGitleaksAreTranslated()
    {
        _project.Write(".gitleaks.toml", """
            [extend]
            useDefault = true
            [[rules]]
            id = "acme"
            description = "Acme key"
            regex = '''acme_[a-f0-9]{32}'''
            keywords = ["acme_"]
            [allowlist]
            description = "fixtures"
            paths = ['''^fixtures/''']
            """);
        _project.Write("a.py", $"K = \"acme_{Convert.ToHexStringLower(RandomBytes(16))}\"\n");
        _project.Stanch("import", "gitleaks", ".gitleaks.toml").ShouldEndWith(0).Output.ShouldContain("1 rule as a detector");
        _project.Configuration.ShouldContain("fixtures");
        _project.Stanch("config", "check").ShouldEndWith(0);
        _project.Stanch("scan").Output.ShouldContain("custom-acme");
    }

    [Fact]
    public void TheBaselineOfDetectSecretsBecomesOurs()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n");
        _project.Write(".secrets.baseline", $$"""{ "version": "1.5.0", "results": { "a.py": [ { "type": "Slack Token", "hashed_secret": "{{Sha1(_first)}}", "line_number": 1 } ] } }""");
        _project.Stanch("import", "detect-secrets", ".secrets.baseline").ShouldEndWith(0).Output.ShouldContain("1 finding accepted");
        _project.Read(".stanch-baseline").ShouldContain("slack-bot-token a.py");
        _project.Stanch("scan").ShouldEndWith(0);
    }

    [Fact]
    public void WhatIsAcceptedGoesIntoTheConfigurationOnRequest()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n");
        _project.Write(".secrets.baseline", $$"""{ "results": { "a.py": [ { "hashed_secret": "{{Sha1(_first)}}" } ] } }""");
        _project.Stanch("import", "detect-secrets", ".secrets.baseline", "--to", "config").ShouldEndWith(0);
        File.Exists(_project.At(".stanch-baseline")).ShouldBeFalse();
        _project.Configuration.ShouldContain("fingerprint:");
        _project.Stanch("import", "detect-secrets", ".secrets.baseline", "--to", "nowhere").ShouldEndWith(2).Error.ShouldContain("baseline, config");
    }

    [Fact]
    public void MatchesOfGgshieldBecomeIgnores()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n");
        _project.Write(".gitguardian.yaml", $"version: 2\nsecret:\n  ignored_matches:\n    - name: ours\n      match: {_first}\n  ignored_paths:\n    - vendor/**\n");
        _project.Stanch("import", "ggshield", ".gitguardian.yaml").ShouldEndWith(0).ShouldNotShow(_first);
        _project.Configuration.ShouldContain("reason: ours");
        _project.Configuration.ShouldNotContain(_first);
    }

    [Fact]
    public void AReportOfTruffleHogBecomesABaseline()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n");
        _project.Write("report.jsonl", $$$$"""{"SourceMetadata":{"Data":{"Filesystem":{"file":"a.py","line":1}}},"DetectorName":"Slack","Verified":false,"Raw":"{{{{_first}}}}"}""" + "\n");
        _project.Stanch("import", "trufflehog", "report.jsonl").ShouldEndWith(0).ShouldNotShow(_first).Output.ShouldContain("1 finding accepted");
        _project.Read(".stanch-baseline").ShouldContain("slack-bot-token a.py");
    }

    [Fact]
    public void ADryRunWritesNothing()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n").Write(".gitleaksignore", "a.py:slack-bot-token:1\n");
        _project.Stanch("import", "gitleaks", ".gitleaksignore", "--dry-run").ShouldEndWith(0).Output.ShouldContain("1 ignore by fingerprint");
        File.Exists(_project.At(".stanch.yaml")).ShouldBeFalse();
    }

    [Fact]
    public void WhatIsImportedTwiceIsWrittenOnce()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n").Write(".gitleaksignore", "a.py:slack-bot-token:1\n");
        _project.Stanch("import", "gitleaks", ".gitleaksignore").ShouldEndWith(0);
        var once = _project.Configuration;
        _project.Stanch("import", "gitleaks", ".gitleaksignore").ShouldEndWith(0);
        _project.Configuration.ShouldBe(once);
    }

    [Theory]
    [InlineData("missing.toml", "gitleaks", "missing.toml")]
    [InlineData("not valid JSON", "detect-secrets", "broken.json")]
    [InlineData("gitleaks", "gitlaeks", "broken.json")]
    public void WhatCannotBeImportedIsSaid(string said, string tool, string file)
    {
        _project.Write("broken.json", "{ \"results\": ");
        _project.Stanch("import", tool, file).ShouldEndWith(2).Error.ShouldContain(said);
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

#pragma warning disable CA5350 // What detect-secrets writes.
    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
