using Stanch.Detection;

namespace Stanch.Policy.Tests.Baselines;

public sealed class BaselineTests
{
    private static readonly FingerprintKey Key = FingerprintKey.Create();
    private static readonly Fingerprinter Fingerprinter = new(Key);
    private static readonly EffectiveConfiguration Configuration = Tree.Of($"fingerprintKey: {Key.Export()}");

    [Fact]
    public void AnAcceptedSecretMayMoveInItsFile()
    {
        var baseline = Create(Fake.Finding(path: "a.env"));
        Judge(baseline, Fake.Finding(path: "a.env").OnLine("moved", "down")).Ignored.ShouldBe(new Ignore("baseline"));
    }

    [Fact]
    public void AnAcceptedSecretIsReportedInAnotherFile() =>
        Judge(Create(Fake.Finding(path: "a.env")), Fake.Finding(path: "b.env")).Ignored.ShouldBeNull();

    [Fact]
    public void AnotherSecretInTheSameFileIsReported() =>
        Judge(Create(Fake.Finding(Fake.Value(1))), Fake.Finding(Fake.Value(2))).Ignored.ShouldBeNull();

    [Fact]
    public void AnAcceptedSecretStaysAcceptedWhenAnotherDetectorFindsIt() =>
        Judge(Create(Fake.Finding(detector: "acme-token")), Fake.Finding(Fake.Detector("generic-key", 0, provider: "generic"), Fake.Value(1))).Ignored.ShouldBe(new Ignore("baseline"));

    [Fact]
    public void TheTextIsOneSortedLineAFindingWithoutLineNumbers()
    {
        var text = BaselineFormat.Write(Create(Fake.Finding(Fake.Value(2), "b/z.env"), Fake.Finding(Fake.Value(1), "a.env"), Fake.Finding(Fake.Value(1), "a.env").OnLine("x", "y")));
        var lines = text.Split('\n');
        lines[0].ShouldBe($"# stanch-baseline 1 key={Key.Id}");
        lines[2..].ShouldBe([$"{Fingerprinter.Of(Fake.Finding(Fake.Value(1)))} acme-token a.env", $"{Fingerprinter.Of(Fake.Finding(Fake.Value(2)))} acme-token b/z.env", ""]);
    }

    [Fact]
    public void NoPartOfASecretStandsInABaseline() => BaselineFormat.Write(Create(Fake.Finding())).ShouldNotContain(Fake.Value(1)[4..12]);

    [Fact]
    public void WhatIsWrittenIsReadBack() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["a\\ u\n\r\t/\u0085"], 1, 12]).Where(path => path.Length > 0).List[0, 5].Sample(paths =>
        {
            var baseline = new Baseline(Key.Id, paths.Select((path, i) => new BaselineEntry(Fingerprinter.Of(Fake.Finding(Fake.Value(i))), "acme-token", path)));
            var read = BaselineFormat.Read("b", BaselineFormat.Write(baseline));
            read.Entries.ShouldBe(baseline.Entries);
            read.KeyId.ShouldBe(Key.Id);
        });

    [Fact]
    public void LinesInAnyOrderTwiceAndWithWindowsEndsAreRead()
    {
        var baseline = Create(Fake.Finding(Fake.Value(1), "a"), Fake.Finding(Fake.Value(2), "b"));
        var lines = BaselineFormat.Write(baseline).TrimEnd('\n').Split('\n');
        BaselineFormat.Read("b", string.Join("\r\n", [lines[0], lines[3], "", lines[2], lines[3], "# a remark"])).Entries.ShouldBe(baseline.Entries);
    }

    [Theory]
    [InlineData("", "b:1:1: not a baseline: its first line must be '# stanch-baseline 1'; make one with 'stanch baseline create'")]
    [InlineData("{}", "b:1:1: not a baseline: its first line must be '# stanch-baseline 1'; make one with 'stanch baseline create'")]
    [InlineData("# stanch-baseline 9\n", "b:1:19: baseline version 9 is not known to this stanch, which reads version 1; use a newer one")]
    [InlineData("# stanch-baseline 1\n<<<<<<< HEAD\n", "b:2:1: a merge conflict is not resolved; keep the lines of both sides and delete the markers")]
    [InlineData("# stanch-baseline 1\n\nabc\n", "b:3:1: not 'fingerprint detector path'; restore the line or delete it")]
    [InlineData("# stanch-baseline 1\nh1:AAAAAAAAAAAAAAAAAAAAAA acme-token a\\x\n", "b:2:1: not 'fingerprint detector path'; restore the line or delete it")]
    public void ABrokenBaselineSaysWhere(string text, string message) => Should.Throw<ConfigurationException>(() => BaselineFormat.Read("b", text)).Message.ShouldBe(message);

    [Fact]
    public void TheBaselineIsReadFromWhereTheConfigurationSays()
    {
        var baseline = Create(Fake.Finding());
        var tree = new Tree().With(".stanch.yaml", "baseline: ci/accepted").With("ci/accepted", BaselineFormat.Write(baseline));
        BaselineLoader.Load(tree.Load(), tree.Sources).Entries.ShouldBe(baseline.Entries);
        BaselineLoader.Load(new Tree().Load(), new Tree().Sources).Entries.ShouldBeEmpty();
    }

    [Fact]
    public void AnyTextIsABaselineOrIsAnError() =>
        Gen.String.Sample(text =>
        {
            try
            {
                BaselineFormat.Read("b", "# stanch-baseline 1\n" + text);
            }
            catch (ConfigurationException)
            {
            }
        });

    [Fact]
    public void AnUpdateKeepsWhatStandsDropsWhatIsGoneAndTellsWhatIsNew()
    {
        var baseline = Create(Fake.Finding(Fake.Value(1), "a"), Fake.Finding(Fake.Value(2), "b"), Fake.Finding(Fake.Value(3), "elsewhere/c"));
        Finding[] now = [Fake.Finding(Fake.Value(1), "a").OnLine("x", "y"), Fake.Finding(Fake.Value(4), "d")];
        var update = baseline.Update(now, Fingerprinter, path => path, path => !path.StartsWith("elsewhere/"), accept: false);
        update.Kept.Select(entry => entry.Path).ShouldBe(["a", "elsewhere/c"]);
        update.Dropped.Select(entry => entry.Path).ShouldBe(["b"]);
        update.New.Select(entry => entry.Path).ShouldBe(["d"]);
        update.Baseline.Entries.Select(entry => entry.Path).ShouldBe(["a", "elsewhere/c"]);
        baseline.Update(now, Fingerprinter, path => path, _ => true, accept: true).Baseline.Entries.Select(entry => entry.Path).ShouldBe(["a", "d"]);
    }

    [Fact]
    public void WhatIsIgnoredOtherwiseNeedsNoEntry() =>
        Create(Fake.Finding() with { Ignored = new Ignore("inline") }).Entries.ShouldBeEmpty();

    [Fact]
    public void ABaselineOfAnotherKeyIsToldAndNotApplied()
    {
        var baseline = Baseline.Create([Fake.Finding()], new Fingerprinter(FingerprintKey.Create()), path => path);
        var verdict = new PolicyEngine(Configuration, baseline, TimeProvider.System).Judge([Fake.Finding()], Fake.Coverage(), new PolicyOptions());
        verdict.ExitCode.ShouldBe(ExitCode.Blocking);
        verdict.Remarks.ShouldHaveSingleItem().ShouldContain($"made with key {baseline.KeyId}");
    }

    [Fact]
    public void ABaselineWithoutAKeyIsToldAndNotApplied()
    {
        var verdict = new PolicyEngine(new Tree().Load(), Create(Fake.Finding()), TimeProvider.System).Judge([Fake.Finding()], Fake.Coverage(), new PolicyOptions());
        verdict.ExitCode.ShouldBe(ExitCode.Blocking);
        verdict.Remarks.ShouldHaveSingleItem().ShouldStartWith("the baseline is not applied: it needs the project's fingerprint key");
    }

    private static Baseline Create(params Finding[] findings) => Baseline.Create(findings, Fingerprinter, path => path);

    private static Finding Judge(Baseline baseline, Finding finding) =>
        new PolicyEngine(Configuration, baseline, TimeProvider.System).Judge([finding], Fake.Coverage(), new PolicyOptions()).Findings[0];
}
