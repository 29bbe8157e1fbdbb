using System.Text.Json;

namespace Stanch.Cli.Tests;

public sealed class ConfigurationTests
{
    [Fact]
    public void WhatHoldsIsShownWithTheFileThatSaysSo()
    {
        using var here = new Sandbox().Git("init", "--quiet").File(".stanch.yaml", "failOn: review\n").File("sub/.stanch.yaml", "failOn: confirmed\n");
        here.Stanch("config", "show").ShouldExit(0).Output.ShouldMatch(@"failOn +review +\.stanch\.yaml:1:9");
        here.In("sub").Stanch("config", "show", ".").ShouldExit(0).Output.ShouldMatch(@"sub: failOn +confirmed +sub/\.stanch\.yaml:1:9");
    }

    [Fact]
    public void ProgramsReadItAsJson()
    {
        using var here = new Sandbox().File(".stanch.yaml", "minSeverity: high\n");
        var json = JsonDocument.Parse(here.Stanch("config", "show", "--json").ShouldExit(0).Output).RootElement;
        var setting = json.GetProperty("settings").EnumerateArray().Single(setting => setting.GetProperty("key").GetString() == "minSeverity");
        setting.GetProperty("value").GetString().ShouldBe("high");
        setting.GetProperty("origin").GetString().ShouldBe(".stanch.yaml:1:14");
        setting.GetProperty("layer").GetString().ShouldBe("project");
    }

    [Fact]
    public void TheUsersAndTheOrganisationsFileHoldToo()
    {
        using var here = new Sandbox().File("a", Fake.SlackBotToken()).File("org.yaml", "failOn: confirmed\n");
        here.Stanch("scan").ShouldExit(1);
        here.With("STANCH_CONFIG", here.At("org.yaml")).Stanch("scan").ShouldExit(0);
        Directory.CreateDirectory(Path.Join(here.Home, ".config/stanch"));
        File.WriteAllText(Path.Join(here.Home, ".config/stanch/config.yaml"), "failOn: likely\n");
        here.Stanch("scan").ShouldExit(1);
        here.With("STANCH_CONFIG", "/no/such/file").Stanch("scan").ShouldExit(2).Error.ShouldContain("/no/such/file");
        here.Stanch("scan", "--no-config").ShouldExit(1);
    }

    [Fact]
    public void ThePathsOfTheConfigurationStartAtItsRootWhereverTheScanDoes()
    {
        using var here = new Sandbox().Git("init", "--quiet").File(".stanch.yaml", "exclude: [/sub/gen/]\nignore: [{ path: /sub/old, reason: old }]\n")
            .File("sub/gen/a", Fake.SlackBotToken(1)).File("sub/old", Fake.SlackBotToken(2)).File("sub/new", Fake.SlackBotToken(3));
        ScanTests.Findings(here.Stanch("scan", "sub", "--report", "jsonl").ShouldExit(1)).ShouldBe(["sub/new:1 slack-bot-token"]);
        ScanTests.Findings(here.In("sub").Stanch("scan", "--report", "jsonl").ShouldExit(1)).ShouldBe(["new:1 slack-bot-token"]);
        ScanTests.Findings(here.Stanch("scan", "gen", "--report", "jsonl").ShouldExit(1)).ShouldBe(["gen/a:1 slack-bot-token"], "what is named is read");
    }

    [Fact]
    public void ADetectorOfOnesOwnFinds()
    {
        using var here = new Sandbox().File("a", Fake.Fill("x acme_{lowernum:20} y"))
            .File(".stanch.yaml", "detectors:\n  custom:\n    - id: acme-token\n      name: ACME token\n      severity: high\n      keywords: [acme_]\n      pattern: '\\bacme_[a-z0-9]{20}\\b'\n");
        ScanTests.Findings(here.Stanch("scan", "--report", "jsonl").ShouldExit(1)).ShouldBe(["a:1 acme-token"]);
        here.Stanch("detectors", "list", "acme-*").ShouldExit(0).Output.ShouldContain("ACME token");
        here.Stanch("guide", "acme-token").ShouldExit(0).Output.ShouldContain("My ACME token leaked!");
    }
}
