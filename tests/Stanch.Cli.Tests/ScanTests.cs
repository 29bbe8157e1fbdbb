using System.Text.Json;

namespace Stanch.Cli.Tests;

public sealed class ScanTests
{
    [Fact]
    public void ASecretInAFolderBlocks()
    {
        using var here = new Sandbox().File("deploy/run.env", $"A=1\nSLACK={Fake.SlackBotToken()}\n");
        var outcome = here.Stanch("scan").ShouldExit(1);
        outcome.Output.ShouldContain("Slack Bot Token");
        outcome.Output.ShouldContain("deploy/run.env:2:7");
        outcome.Output.ShouldNotContain(Fake.SlackBotToken());
        outcome.Error.ShouldBeEmpty();
    }

    // What was not looked for stands in the lines around what was found.
    [Theory]
    [InlineData("", "slack-bot-token", "text")]
    [InlineData("", "slack-bot-token", "html")]
    [InlineData("", "-github-*", "sarif")]
    [InlineData("detectors:\n  disable: [github-*]\n", null, "text")]
    [InlineData("detectors:\n  disable: [github-*]\n", null, "html")]
    public void TheLinesAroundAFindingShowNoSecretOfADetectorThatWasLeftOut(string configuration, string? detectors, string format)
    {
        var other = Fake.Fill("ghp_{alnum:30}{checksum:github-checksum}");
        using var here = new Sandbox().File("run.env", $"# one\nA={other}\nSLACK={Fake.SlackBotToken()}\nB={other}\n").File(".stanch.yaml", configuration);
        string[] choice = detectors is null ? [] : ["--detectors", detectors];
        var report = here.Stanch(["scan", "run.env", .. choice, "--report", format]).ShouldExit(1).Output;
        report.ShouldContain("[redacted:github-personal-access-token]");
        report.ShouldNotContain(other);
        here.Stanch(["scan", "run.env", .. choice, "--report", format, "--show-secrets"]).ShouldExit(1).Output.ShouldContain(other);
    }

    [Fact]
    public void ACleanFolderIsCleanAndSaysWhatWasRead()
    {
        using var here = new Sandbox().File("a.txt", "nothing\n");
        here.Stanch("scan").ShouldExit(0).Output.ShouldContain("No secrets found here.\nRead 1 blob, 8 bytes");
    }

    [Theory]
    [InlineData("sub", "sub/x.env")]
    [InlineData("./sub/", "sub/x.env")]
    [InlineData("sub/x.env", "sub/x.env")]
    [InlineData("../work/sub", "../work/sub/x.env")]
    public void PathsAreAsTheyWereTyped(string target, string path)
    {
        using var here = new Sandbox().File("sub/x.env", Fake.SlackBotToken());
        Findings(here.Stanch("scan", target, "--report", "jsonl").ShouldExit(1)).ShouldBe([$"{path}:1 slack-bot-token"]);
    }

    [Fact]
    public void AnAbsolutePathStaysOne()
    {
        using var here = new Sandbox().File("x.env", Fake.SlackBotToken());
        Findings(here.Stanch("scan", here.At("x.env"), "--report", "jsonl").ShouldExit(1)).ShouldBe([$"{here.At("x.env")}:1 slack-bot-token"]);
    }

    [Fact]
    public void SeveralTargetsAreOneScan()
    {
        using var here = new Sandbox().File("a/1", Fake.SlackBotToken(1)).File("b/2", Fake.SlackBotToken(2)).File("c", Fake.SlackBotToken(3)).File("d", Fake.SlackBotToken(4));
        Findings(here.Stanch("scan", "a", "c", "b", "--report", "jsonl").ShouldExit(1)).ShouldBe(["a/1:1 slack-bot-token", "b/2:1 slack-bot-token", "c:1 slack-bot-token"]);
    }

    [Fact]
    public void StandardInputIsRead()
    {
        using var here = new Sandbox().Input($"x\n{Fake.SlackBotToken()}\n");
        Findings(here.Stanch("scan", "-", "--report", "jsonl").ShouldExit(1)).ShouldBe(["<stdin>:2 slack-bot-token"]);
    }

    [Fact]
    public void APatchIsReportedAtThePatchedLines()
    {
        using var here = new Sandbox().Input($"diff --git a/src/x.cs b/src/x.cs\n--- a/src/x.cs\n+++ b/src/x.cs\n@@ -10,2 +10,3 @@\n one\n+{Fake.SlackBotToken()}\n two\n");
        Findings(here.Stanch("scan", "-", "--report", "jsonl").ShouldExit(1)).ShouldBe(["src/x.cs:11 slack-bot-token"]);
    }

    [Fact]
    public void SeveralReportsComeFromOneScan()
    {
        using var here = new Sandbox().File("x.env", Fake.SlackBotToken());
        var outcome = here.Stanch("scan", "--report", "sarif=out.sarif", "--report", "csv", "--report", "html=out.html").ShouldExit(1);
        outcome.Output.ShouldStartWith("detector,");
        JsonDocument.Parse(here.Read("out.sarif")).RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        here.Read("out.html").ShouldContain("Slack Bot Token");
    }

    [Fact]
    public void AReportIsNotScanned()
    {
        using var here = new Sandbox().File("x.env", Fake.SlackBotToken());
        here.Stanch("scan", "--show-secrets", "--report", "json=out.json").ShouldExit(1);
        Findings(here.Stanch("scan", "--show-secrets", "--report", "json=out.json", "--report", "jsonl").ShouldExit(1)).ShouldBe(["x.env:1 slack-bot-token"]);
    }

    [Fact]
    public void SecretsAreShownOnlyOnRequest()
    {
        using var here = new Sandbox().File("x.env", Fake.SlackBotToken());
        foreach (var format in new[] { "text", "json", "jsonl", "sarif", "csv", "junit", "gitlab", "github", "markdown", "html" })
        {
            here.Stanch("scan", "--report", format).ShouldExit(1).Output.ShouldNotContain(Fake.SlackBotToken(), Case.Sensitive, format);
        }

        here.Stanch("scan", "--show-secrets").ShouldExit(1).Output.ShouldContain(Fake.SlackBotToken());
    }

    [Fact]
    public void ExcludedPathsAreNotReadAndSaidSo()
    {
        using var here = new Sandbox().File("vendor/a", Fake.SlackBotToken(1)).File("src/b.min.js", Fake.SlackBotToken(2)).File("src/c", Fake.SlackBotToken(3));
        var outcome = here.Stanch("scan", "--exclude", "vendor/", "--exclude", "*.min.js", "--report", "jsonl").ShouldExit(1);
        Findings(outcome).ShouldBe(["src/c:1 slack-bot-token"]);
        outcome.Output.ShouldContain("\"path\":\"vendor\",\"reason\":\"excluded\"");
        Findings(here.Stanch("scan", "src", "--exclude", "src/c", "--report", "jsonl").ShouldExit(1)).ShouldBe(["src/b.min.js:1 slack-bot-token"]);
    }

    [Fact]
    public void DetectorsAreChosen()
    {
        using var here = new Sandbox().File("a", $"the bot has {Fake.SlackBotToken()} for now").File("b", Fake.PasswordLine());
        Findings(here.Stanch("scan", "--report", "jsonl").ShouldExit(1)).Count.ShouldBe(2);
        Findings(here.Stanch("scan", "--detectors", "slack-*", "--report", "jsonl").ShouldExit(1)).ShouldBe(["a:1 slack-bot-token"]);
        Findings(here.Stanch("scan", "--detectors", "-slack-*", "--report", "jsonl").ShouldExit(1)).ShouldBe(["b:1 generic-password"]);
        Findings(here.Stanch("scan", "--detectors", "slack-*,generic-password,-generic-password", "--report", "jsonl").ShouldExit(1)).ShouldBe(["a:1 slack-bot-token"]);
    }

    [Theory]
    [InlineData("review", 1)]
    [InlineData("likely", 1)]
    [InlineData("confirmed", 0)]
    [InlineData("never", 0)]
    public void WhatFailsTheScanIsTheUsersChoice(string failOn, int exit)
    {
        using var here = new Sandbox().File("a", Fake.SlackBotToken());
        here.Stanch("scan", "--fail-on", failOn).ShouldExit(exit).Output.ShouldContain("Slack Bot Token");
    }

    [Fact]
    public void LessSevereFindingsDoNotCount()
    {
        using var here = new Sandbox().File("a", Fake.SlackBotToken());
        here.Stanch("scan", "--min-severity", "critical").ShouldExit(0).Output.ShouldContain("Ignored: 1 by the configuration");
        here.Stanch("scan", "--min-severity", "critical", "--include-ignored").ShouldExit(0).Output.ShouldContain("Slack Bot Token");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("4")]
    public void TheNumberOfThreadsChangesNothing(string jobs)
    {
        using var here = new Sandbox();
        for (var i = 0; i < 100; i++) here.File($"d{i % 7}/f{i}", Fake.SlackBotToken(i));
        Findings(here.Stanch("scan", "--jobs", jobs, "--report", "jsonl").ShouldExit(1)).Count.ShouldBe(100);
    }

    [Fact]
    public void GitIgnoredFilesAreReadUnlessAsked()
    {
        using var here = new Sandbox().Git("init", "--quiet").File(".gitignore", "*.env\n").File("x.env", Fake.SlackBotToken());
        here.Stanch("scan").ShouldExit(1);
        here.Stanch("scan", "--respect-gitignore").ShouldExit(0);
    }

    [Fact]
    public void HistoryThatWasNotReadIsSaid()
    {
        using var here = new Sandbox().Git("init", "--quiet").File("a", "x").Commit("one").Commit("two");
        here.Stanch("scan").ShouldExit(0).Output.ShouldContain("history was not read: 2 commits; run 'stanch scan git'");
        here.Stanch("scan", "a").ShouldExit(0).Output.ShouldNotContain("history");
    }

    [Fact]
    public void ColourIsForTerminals()
    {
        using var here = new Sandbox().File("a", Fake.SlackBotToken());
        here.Stanch("scan").ShouldExit(1).Output.ShouldNotContain('\x1b');
    }

    [Fact]
    public void AReaderThatGoesAwayIsNoError()
    {
        using var here = new Sandbox();
        for (var i = 0; i < 400; i++) here.File($"f{i}", Fake.SlackBotToken(i));
        var program = Path.Join(AppContext.BaseDirectory, "stanch");
        here.Shell("bash", "-c", $"set -o pipefail; '{program}' scan 2>err | head -n 1; echo ${{PIPESTATUS[0]}} > code").ShouldNotBeEmpty();
        here.Read("code").ShouldBe("1\n");
        here.Read("err").ShouldBeEmpty();
    }

    internal static IReadOnlyList<string> Findings(Outcome outcome) =>
    [
        .. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("type").GetString() == "finding")
            .Select(line => $"{line.GetProperty("path").GetString()}:{line.GetProperty("line").GetInt32()} {line.GetProperty("detector").GetString()}"),
    ];

    // A slim container lacks it, and .NET ends a program that wants it there. The loader tells what it loads.
    [Theory]
    [InlineData("scan a.env --report json")]
    [InlineData("explain a.env:1")]
    [InlineData("check a.env:1 --offline")]
    public void AFindingNeedsNoOpenSsl(string line)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("only there are .NET's hashes OpenSSL's");
        using var here = new Sandbox().File("a.env", $"SLACK={Fake.SlackBotToken()}\n").With("LD_DEBUG", "libs");
        var said = here.Stanch(line.Split(' ')).Error;
        said.ShouldContain("libc.so");
        said.ShouldNotContain("libssl");
    }
}
