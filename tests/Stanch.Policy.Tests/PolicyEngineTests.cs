using Microsoft.Extensions.Time.Testing;
using Stanch.Detection;

namespace Stanch.Policy.Tests;

public sealed class PolicyEngineTests
{
    private static readonly CoverageGap Failure = new("x", GapKind.Unreadable, "permission denied");
    private static readonly CoverageGap LeftOut = new("y", GapKind.Excluded, "excluded");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void TheNumbersAreAContract() =>
        Enum.GetValues<ExitCode>().Select(code => $"{(int)code} {code}").ShouldBe(["0 Clean", "1 Blocking", "2 Usage", "3 Incomplete", "4 InternalError"]);

    public static TheoryData<string, Evidence?, bool, string, ExitCode> Cases => new()
    {
        { "", null, false, "nothing found", ExitCode.Clean },
        { "", Evidence.Review, false, "below failOn", ExitCode.Clean },
        { "", Evidence.Likely, false, "at failOn", ExitCode.Blocking },
        { "", Evidence.Confirmed, false, "above failOn", ExitCode.Blocking },
        { "failOn: confirmed", Evidence.Likely, false, "failOn raised", ExitCode.Clean },
        { "failOn: review", Evidence.Review, false, "failOn lowered", ExitCode.Blocking },
        { "minSeverity: critical", Evidence.Confirmed, false, "not severe enough", ExitCode.Clean },
        { "", null, true, "something unread", ExitCode.Incomplete },
        { "incomplete: warn", null, true, "something unread, told only", ExitCode.Clean },
        { "", Evidence.Likely, true, "blocking wins over incomplete", ExitCode.Blocking },
        { "", Evidence.Review, true, "not blocking and incomplete", ExitCode.Incomplete },
    };

    [Theory, MemberData(nameof(Cases))]
    public void TheExitCodeIsWhatTheDesignSays(string yaml, Evidence? evidence, bool incomplete, string why, ExitCode code)
    {
        Finding[] findings = evidence is { } given ? [Fake.Finding(evidence: given)] : [];
        Judge(yaml, findings, coverage: incomplete ? Fake.Coverage(Failure) : Fake.Coverage(LeftOut)).ExitCode.ShouldBe(code, why);
    }

    [Fact]
    public void TheCommandLineWinsOverEveryFile()
    {
        Judge("failOn: confirmed", [Fake.Finding()], new PolicyOptions { FailOn = Evidence.Review }).ExitCode.ShouldBe(ExitCode.Blocking);
        Judge("minSeverity: info", [Fake.Finding()], new PolicyOptions { MinSeverity = Severity.Critical }).ExitCode.ShouldBe(ExitCode.Clean);
        Judge("incomplete: fail", [], new PolicyOptions { Incomplete = IncompleteMode.Warn }, Fake.Coverage(Failure)).ExitCode.ShouldBe(ExitCode.Clean);
    }

    [Fact]
    public void ABrokenFileInASubFolderIsAUsageErrorUnlessSomethingBlocks()
    {
        EffectiveConfiguration Broken() => new Tree().With("a/.stanch.yaml", "nonsense: 1").Load();
        Judge(Broken(), [Fake.Finding(path: "a/x", evidence: Evidence.Review)]).ExitCode.ShouldBe(ExitCode.Usage);
        Judge(Broken(), [Fake.Finding(path: "a/x")]).ExitCode.ShouldBe(ExitCode.Blocking);
    }

    [Fact]
    public void WhatIsNotSevereEnoughSaysSoAndIsNotHidden() =>
        Judge("minSeverity: critical", [Fake.Finding()]).Findings.ShouldHaveSingleItem().Ignored.ShouldBe(new Ignore("config", "less severe than critical (.stanch.yaml:1:14)"));

    [Theory]
    [InlineData("path: src/", true)]
    [InlineData("path: '*.env'", true)]
    [InlineData("path: /app.env", false)]
    [InlineData("detector: acme-token", true)]
    [InlineData("detector: 'acme-*'", true)]
    [InlineData("detector: other-token", false)]
    [InlineData("pattern: ^tok_", true)]
    [InlineData("pattern: ^TOKEN=", true)]
    [InlineData("pattern: ^tok$", false)]
    [InlineData("pattern: TOKEN, target: secret", false)]
    [InlineData("pattern: TOKEN, target: line", true)]
    [InlineData("pattern: ^tok, target: line", false)]
    [InlineData("pattern: ^tok, target: secret", true)]
    [InlineData("path: src/, detector: other-token", false)]
    [InlineData("path: src/, detector: acme-token, pattern: tok", true)]
    public void AnIgnoreCoversWhatMeetsEveryCondition(string conditions, bool covered)
    {
        var verdict = Judge($"ignore: [{{ {conditions}, reason: because, owner: ada, expires: 2027-01-01 }}]", [Fake.Finding()]);
        verdict.Findings[0].Ignored.ShouldBe(covered ? new Ignore("config", "because", "ada", new DateOnly(2027, 1, 1)) : null);
        verdict.UnusedIgnores.Count.ShouldBe(covered ? 0 : 1);
    }

    [Fact]
    public void AnIgnoreByFingerprintCoversThatSecretAlone()
    {
        var key = FingerprintKey.Create();
        var yaml = $"fingerprintKey: {key.Export()}\nignore:\n  - fingerprint: {new Fingerprinter(key).Of(Fake.Finding(Fake.Value(1)))}\n    reason: revoked\n";
        var verdict = Judge(yaml, [Fake.Finding(Fake.Value(1), "a"), Fake.Finding(Fake.Value(1), "b"), Fake.Finding(Fake.Value(2), "a")]);
        verdict.Findings.Select(finding => finding.Ignored is null).ShouldBe([false, false, true]);
    }

    [Fact]
    public void AnIgnoreByFingerprintWithoutAKeyIsTold() =>
        Judge("ignore: [{ fingerprint: 'h1:AAAAAAAAAAAAAAAAAAAAAA' }]", [Fake.Finding()]).Remarks.ShouldHaveSingleItem().ShouldStartWith("ignores by fingerprint are not applied");

    [Fact]
    public void AnIgnoreHoldsToItsLastDayAndNoLonger()
    {
        const string Yaml = "ignore: [{ path: src, reason: r, expires: 2026-11-24 }]";
        Judge(Yaml, [Fake.Finding()]).ExitCode.ShouldBe(ExitCode.Clean);
        _time.Advance(TimeSpan.FromHours(12));
        var verdict = Judge(Yaml, [Fake.Finding()]);
        verdict.ExitCode.ShouldBe(ExitCode.Blocking);
        verdict.Remarks.ShouldBe([".stanch.yaml:1:10: the ignore expired after 2026-11-24 and no longer holds (1 finding of this scan)"]);
        verdict.UnusedIgnores.ShouldBeEmpty();
    }

    [Fact]
    public void AnIgnoreOfASubFolderIsRelativeToItAndEndsThere()
    {
        var configuration = new Tree().With("pkg/.stanch.yaml", "ignore: [{ path: /test }]").Load();
        var verdict = Judge(configuration, [Fake.Finding(path: "pkg/test/a"), Fake.Finding(path: "test/a"), Fake.Finding(path: "pkg/src/test/a")]);
        verdict.Findings.Select(finding => finding.Ignored is not null).ShouldBe([true, false, false]);
    }

    [Fact]
    public void ASubFolderSwitchesADetectorOffForItselfAndTheReportSaysSo()
    {
        var configuration = new Tree().With("pkg/.stanch.yaml", "detectors: { disable: [acme-token] }").Load();
        var verdict = Judge(configuration, [Fake.Finding(path: "pkg/a"), Fake.Finding(path: "a")]);
        verdict.Findings.Select(finding => finding.Ignored?.Reason).ShouldBe(["acme-token is switched off here (pkg/.stanch.yaml:1:24)", null]);
    }

    [Fact]
    public void PathsAreMadeRelativeToTheRootFirst() =>
        Judge("ignore: [{ path: /deep/src }]", [Fake.Finding()], new PolicyOptions { RelativeToRoot = path => "deep/" + path }).ExitCode.ShouldBe(ExitCode.Clean);

    [Fact]
    public void ACommentComesBeforeAnIgnoreAndAnIgnoreBeforeTheBaseline()
    {
        var key = FingerprintKey.Create();
        var baseline = Baseline.Create([Fake.Finding()], new Fingerprinter(key), path => path);
        string By(string yaml, Finding finding) =>
            new PolicyEngine(Tree.Of($"fingerprintKey: {key.Export()}\n{yaml}"), baseline, _time).Judge([finding], Fake.Coverage(), new PolicyOptions()).Findings[0].Ignored!.By;
        By("ignore: [{ path: src }]", Fake.Finding().OnLine("x # stanch:ignore")).ShouldBe("inline");
        By("ignore: [{ path: src }]", Fake.Finding()).ShouldBe("config");
        By("", Fake.Finding()).ShouldBe("baseline");
    }

    [Fact]
    public void ManyThreadsComeToTheSameVerdictInTheSameOrder()
    {
        var key = FingerprintKey.Create();
        Finding[] findings = [.. Enumerable.Range(0, 200).Select(i => Fake.Finding(Fake.Value(i % 7), $"f{i % 13}/{i}"))];
        var options = new PolicyOptions { WantFingerprints = true };
        var yaml = $"fingerprintKey: {key.Export()}\nignore: [{{ path: f3 }}]";
        var one = Judge(yaml, findings, options);
        var many = Judge(yaml, findings, options with { Jobs = 8 });
        many.Findings.Select(f => (f.Provenance.Path, f.Fingerprint, f.Ignored, f.Blocking)).ShouldBe(one.Findings.Select(f => (f.Provenance.Path, f.Fingerprint, f.Ignored, f.Blocking)));
    }

    [Fact]
    public void APatternThatWouldHangElsewhereDoesNotHere()
    {
        var finding = Fake.Finding().OnLine(new string('a', 50_000) + "!");
        Judge("ignore: [{ pattern: '^(a+)+$' }]", [finding]).ExitCode.ShouldBe(ExitCode.Blocking);
    }

    private Verdict Judge(string yaml, IReadOnlyList<Finding> findings, PolicyOptions? options = null, Coverage? coverage = null) => Judge(Tree.Of(yaml), findings, options, coverage);

    private Verdict Judge(EffectiveConfiguration configuration, IReadOnlyList<Finding> findings, PolicyOptions? options = null, Coverage? coverage = null) =>
        new PolicyEngine(configuration, Baseline.Empty, _time).Judge(findings, coverage ?? Fake.Coverage(), options ?? new PolicyOptions());
}
