using Stanch.Detection;

namespace Stanch.Policy.Tests.Configuration;

public sealed class MergingTests
{
    [Fact]
    public void WithoutAnyFileTheDefaultsHold()
    {
        var configuration = new Tree().Load();
        configuration.FailOnAt("a").ShouldBe(new Setting<Evidence>(Evidence.Likely, ConfigurationOrigin.BuiltIn));
        configuration.MinSeverityAt("a").Value.ShouldBe(Severity.Info);
        configuration.Incomplete.Value.ShouldBe(IncompleteMode.Fail);
        configuration.MaxTime.ShouldBeNull();
        configuration.FingerprintKey.ShouldBeNull();
        configuration.BaselinePath.Value.ShouldBe(".stanch-baseline");
        configuration.Excludes("a/b").ShouldBeFalse();
        configuration.IsEnabled("any").Value.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("\uFEFFexclude:\nignore:\n")]
    public void AnEmptyFileIsFine(string text) => Tree.Of(text).Excludes("a").ShouldBeFalse();

    [Fact]
    public void TheNearestFileWinsAndIsNamed()
    {
        var configuration = new Tree()
            .With(".stanch.yaml", "failOn: confirmed")
            .With("apps/.stanch.yaml", "failOn: review")
            .With("apps/web/.stanch.yaml", "minSeverity: high")
            .Load();
        configuration.FailOnAt("x.txt").Value.ShouldBe(Evidence.Confirmed);
        configuration.FailOnAt("apps/web/src/x.txt").Value.ShouldBe(Evidence.Review);
        configuration.FailOnAt("apps/web/src/x.txt").Origin.ShouldBe(new ConfigurationOrigin(ConfigurationLayer.Folder, new SourcePosition("apps/.stanch.yaml", 1, 9)));
        configuration.MinSeverityAt("apps/web/x").Value.ShouldBe(Severity.High);
        configuration.MinSeverityAt("apps/x").Value.ShouldBe(Severity.Info);
    }

    [Fact]
    public void TheProjectWinsOverTheUserAndTheUserOverTheOrganisation()
    {
        using var here = new Sandbox();
        here.Write("org.yaml", "failOn: review\nminSeverity: low\nincomplete: warn\nexclude: [org]\n");
        here.Write("config/stanch/config.yaml", "failOn: confirmed\nminSeverity: medium\nexclude: [user]\n");
        here.Write("project/.stanch.yaml", "minSeverity: high\nexclude: [project]\n");
        var environment = new Dictionary<string, string> { ["STANCH_CONFIG"] = here.At("org.yaml"), ["XDG_CONFIG_HOME"] = here.At("config") };
        var configuration = ConfigurationLoader.Load(ConfigurationSources.ForFolder(here.At("project"), environment.GetValueOrDefault));
        configuration.MinSeverityAt("x").ShouldSatisfyAllConditions(s => s.Value.ShouldBe(Severity.High), s => s.Origin.Layer.ShouldBe(ConfigurationLayer.Project));
        configuration.FailOnAt("x").ShouldSatisfyAllConditions(s => s.Value.ShouldBe(Evidence.Confirmed), s => s.Origin.Layer.ShouldBe(ConfigurationLayer.User));
        configuration.Incomplete.ShouldSatisfyAllConditions(s => s.Value.ShouldBe(IncompleteMode.Warn), s => s.Origin.Layer.ShouldBe(ConfigurationLayer.Organisation));
        foreach (var excluded in new[] { "org", "user", "project" }) configuration.Excludes(excluded + "/x").ShouldBeTrue();
    }

    [Fact]
    public void WithoutXdgTheUsersFileIsBelowHome()
    {
        var sources = ConfigurationSources.ForFolder("/nowhere", new Dictionary<string, string> { ["HOME"] = "/home/ada" }.GetValueOrDefault);
        sources.UserFile.ShouldBe("/home/ada/.config/stanch/config.yaml");
        sources.OrganisationFile.ShouldBeNull();
    }

    [Fact]
    public void AnOrganisationsFileThatIsMissingIsAnError() =>
        Should.Throw<ConfigurationException>(() => ConfigurationLoader.Load(new Tree().Sources with { OrganisationFile = "/nowhere/org.yaml" })).Message.ShouldContain("STANCH_CONFIG");

    [Fact]
    public void AFolderTakesBackWhatTheRootExcludes()
    {
        var configuration = new Tree().With(".stanch.yaml", "exclude: ['*.log', /out]").With("logs/.stanch.yaml", "exclude: ['!keep.log', /sub/]").Load();
        configuration.Excludes("a/x.log").ShouldBeTrue();
        configuration.Excludes("logs/keep.log").ShouldBeFalse();
        configuration.Excludes("logs/x.log").ShouldBeTrue();
        configuration.Excludes("logs/sub/").ShouldBeTrue();
        configuration.Excludes("sub/").ShouldBeFalse();
        configuration.Excludes("out/a/b.txt").ShouldBeTrue();
        configuration.Excludes("a/out/b.txt").ShouldBeFalse();
    }

    [Fact]
    public void EachFoldersFileIsReadOnce()
    {
        var tree = new Tree();
        var configuration = tree.Load();
        for (var i = 0; i < 100; i++) configuration.Excludes($"a/b/{i}.txt");
        tree.Read.ShouldBe([".stanch.yaml", "a/.stanch.yaml", "a/b/.stanch.yaml"], ignoreOrder: true);
    }

    [Fact]
    public void EnableWinsOverDisableInOneFileAndTheNearerFileWins()
    {
        var configuration = new Tree()
            .With(".stanch.yaml", "detectors: { disable: ['*'], enable: [aws-*] }")
            .With("test/.stanch.yaml", "detectors: { disable: [aws-key], enable: [acme-token] }")
            .Load();
        configuration.IsEnabled("aws-key").Value.ShouldBeTrue();
        configuration.IsEnabled("acme-token").Value.ShouldBeFalse();
        configuration.IsEnabledAt("aws-key", "test/x").Value.ShouldBeFalse();
        configuration.IsEnabledAt("aws-secret", "test/x").Value.ShouldBeTrue();
        configuration.IsEnabledAt("acme-token", "test/x").Value.ShouldBeFalse("a sub-folder switches nothing on that never ran");
    }

    [Fact]
    public void ABrokenFolderFileIsAProblemAndIsNotObeyed()
    {
        var configuration = new Tree().With("a/.stanch.yaml", "ignore: [{ path: '*' }]\nfailon: review").Load();
        configuration.FailOnAt("a/x").Value.ShouldBe(Evidence.Likely);
        configuration.Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("a/.stanch.yaml:2:1: unknown key 'failon'");
    }

    [Fact]
    public void WhatHoldsForAWholeScanIsNotTakenFromAFolder()
    {
        var configuration = new Tree().With("a/.stanch.yaml", "maxTime: 1s\nbaseline: none\nincomplete: warn\ndecode: false").Load();
        configuration.Excludes("a/x");
        configuration.MaxTime.ShouldBeNull();
        configuration.Remarks.Count.ShouldBe(4);
        configuration.Remarks.ShouldContain("a/.stanch.yaml:1:10: 'maxTime' holds for a whole scan and is obeyed only in the root's .stanch.yaml");
    }

    [Fact]
    public void ACustomDetectorKeepsItsTextAndItsPlace()
    {
        var configuration = new Tree()
            .With(".stanch.yaml", "detectors:\n  custom:\n    - id: our-token   # ours\n      keywords: [our_]\n      pattern: 'our_[a-z]{20}'\n    - more/detectors.yaml\n")
            .With("more/detectors.yaml", "provider: our\n")
            .Load();
        configuration.CustomDetectors.Count.ShouldBe(2);
        configuration.CustomDetectors[0].ShouldSatisfyAllConditions(
            d => d.Yaml.ShouldBe("      id: our-token   # ours\n      keywords: [our_]\n      pattern: 'our_[a-z]{20}'"),
            d => d.IsEntry.ShouldBeTrue(),
            d => d.FirstLine.ShouldBe(3),
            d => d.Origin.IsFromScannedTree.ShouldBeTrue());
        configuration.CustomDetectors[1].ShouldSatisfyAllConditions(d => d.Yaml.ShouldBe("provider: our\n"), d => d.IsEntry.ShouldBeFalse(), d => d.File.ShouldBe("more/detectors.yaml"));
    }

    [Fact]
    public void ShowNamesTheFileOfEachValue()
    {
        var configuration = Tree.Of("failOn: review\nexclude: [vendor/]\nignore:\n  - path: a\n  - path: b\n    reason: r\n    expires: 2026-01-01\n");
        var shown = ConfigurationListing.Of(configuration, new DateOnly(2026, 1, 2));
        shown.Select(s => $"{s.Key} = {s.Value} ({s.Origin}){(s.Remark is null ? "" : " " + s.Remark)}").ShouldBe(
        [
            "failOn = review (.stanch.yaml:1:9)",
            "minSeverity = info (built in)",
            "incomplete = fail (built in)",
            "maxTime = no limit (built in)",
            "decode = true (built in)",
            "baseline = .stanch-baseline (built in)",
            "fingerprintKey = none (built in)",
            "exclude = vendor/ (.stanch.yaml:2:11)",
            "ignore = path a (.stanch.yaml:4:5) no reason given",
            "ignore = path b, reason r, expires 2026-01-01 (.stanch.yaml:5:5) expired: it no longer holds",
        ]);
    }

    [Fact]
    public void WhatAChangeBringsIsTold()
    {
        var before = Tree.Of("failOn: likely\nignore:\n  - path: a\n");
        var after = Tree.Of("# moved\nfailOn: confirmed\nignore:\n  - path: a\n  - path: '*'\n");
        ConfigurationListing.Brought(before, after, default).Select(s => $"{s.Key} {s.Value}").ShouldBe(["failOn confirmed", "ignore path *"]);
    }

    [Fact]
    public void AHugeFileIsRefused() =>
        Should.Throw<ConfigurationException>(() => Tree.Of(new string('#', 2 << 20))).Message.ShouldContain("longer than");

    [Fact]
    public void ShowNeverGivesTheKeyItself()
    {
        var key = FingerprintKey.Create();
        ConfigurationListing.Of(Tree.Of($"fingerprintKey: {key.Export()}"), default).ShouldContain(s => s.Value == $"key {key.Id}");
        key.Export().ShouldNotContain(key.Id);
    }

    [Fact]
    public void AKeyFileIsFoundFromTheFileThatNamesIt()
    {
        using var here = new Sandbox();
        var key = FingerprintKey.Create();
        here.Write("keys/k", key.Export() + "\n");
        here.Write("project/.stanch.yaml", "fingerprintKeyFile: ../keys/k");
        ConfigurationLoader.Load(ConfigurationSources.ForFolder(here.At("project"), _ => null)).FingerprintKey!.Value.Id.ShouldBe(key.Id);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("1h30m", 5400)]
    [InlineData("2h5s", 7205)]
    public void ATimeIsReadAsPeopleWriteIt(string text, int seconds)
    {
        DurationText.TryParse(text, out var duration).ShouldBeTrue();
        duration.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("0s")]
    [InlineData("5s1m")]
    [InlineData("1d")]
    [InlineData("-1s")]
    [InlineData("9999999s")]
    public void ATimeThatIsNoneIsRefused(string text) => DurationText.TryParse(text, out _).ShouldBeFalse();
}
