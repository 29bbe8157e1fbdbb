using Stanch.Detection;

namespace Stanch.Policy.Tests.Inline;

public sealed class InlineIgnoreTests
{
    private const string Id = "acme-token";

    [Theory]
    [InlineData("x = 1 # stanch:ignore", null)]
    [InlineData("x = 1 # STANCH:IGNORE", null)]
    [InlineData("x = 1 # stanch:ignore acme-token", null)]
    [InlineData("x = 1 # stanch:ignore acme-*", null)]
    [InlineData("x = 1 # stanch:ignore other-key, acme-token: a fixture", "a fixture")]
    [InlineData("x = 1 # stanch:ignore acme-token: a fixture", "a fixture")]
    [InlineData("x = 1 # stanch:ignore: a fixture: really", "a fixture: really")]
    [InlineData("x = 1 # stanch:ignore a fixture", "a fixture")]
    [InlineData("x = 1 /* stanch:ignore: a fixture */", "a fixture")]
    [InlineData("<x/> <!-- stanch:ignore acme-token: a fixture -->", "a fixture")]
    [InlineData("{\"k\": 1, \"comment\": \"stanch:ignore: a fixture\"},", "a fixture")]
    [InlineData("x = 1 # gitleaks:allow", "gitleaks:allow")]
    [InlineData("x = 1 #gitleaks:allow because", "gitleaks:allow")]
    [InlineData("x = 1 // betterleaks:allow", "betterleaks:allow")]
    [InlineData("x = 1 # trufflehog:ignore", "trufflehog:ignore")]
    [InlineData("x = 1 # kingfisher:ignore", "kingfisher:ignore")]
    [InlineData("x = 1 # ggignore", "ggignore")]
    [InlineData("x = 1 # pragma: ggignore", "ggignore")]
    [InlineData("x = 1 # gitguardian:ignore", "gitguardian:ignore")]
    [InlineData("x = 1 // secretlint-disable-line", "secretlint-disable-line")]
    [InlineData("x = 1 # pragma: allowlist secret", "pragma: allowlist secret")]
    [InlineData("x = 1 # pragma:allowlist-secret", "pragma:allowlist-secret")]
    [InlineData("x = 1 # pragma: whitelist secret", "pragma: whitelist secret")]
    public void ACommentOnTheLineLetsAFindingBe(string line, string? reason) =>
        Judge(line).Ignored.ShouldBe(new Ignore("inline", reason));

    [Theory]
    [InlineData("x = 1 # nosec")]
    [InlineData("x = 1 # stanch:ignored")]
    [InlineData("x = 1 # notstanch:ignore")]
    [InlineData("x = 1 # stanch:ignore other-token")]
    [InlineData("x = 1 # stanch:ignore-next-line")]
    [InlineData("x = 1 # ggignore-start")]
    [InlineData("x = 1 # .ggignorefile")]
    [InlineData("x = 1 # pragma: allowlist nextline secret")]
    [InlineData("x = 1 # pragma: allowlist")]
    [InlineData("x = 1 // secretlint-disable-next-line")]
    public void WhatSpeaksOfNothingHereIsNotObeyed(string line) => Judge(line).Ignored.ShouldBeNull();

    [Theory]
    [InlineData("# stanch:ignore: fixture")]
    [InlineData("    // stanch:ignore acme-token: fixture")]
    [InlineData("<!-- stanch:ignore: fixture -->")]
    [InlineData("/* stanch:ignore: fixture */")]
    [InlineData("REM stanch:ignore: fixture")]
    [InlineData("y = 2 # stanch:ignore-next-line: fixture")]
    [InlineData("# stanch:ignore-next-line acme-token: fixture")]
    public void ACommentAloneOnTheLineBeforeLetsAFindingBe(string above) =>
        Judge(above, "x = 1").Ignored.ShouldBe(new Ignore("inline", "fixture"));

    [Theory]
    [InlineData("# pragma: allowlist nextline secret", "pragma: allowlist nextline secret")]
    [InlineData("// secretlint-disable-next-line", "secretlint-disable-next-line")]
    public void AnotherToolsCommentForTheNextLineIsUnderstood(string above, string reason) =>
        Judge(above, "x = 1").Ignored.ShouldBe(new Ignore("inline", reason));

    [Theory]
    [InlineData("y = 2 # stanch:ignore")]
    [InlineData("# gitleaks:allow")]
    [InlineData("# ggignore")]
    [InlineData("# pragma: allowlist secret")]
    public void ACommentOfAnotherLineIsNotObeyed(string above) => Judge(above, "x = 1").Ignored.ShouldBeNull();

    [Fact]
    public void TwoLinesAboveIsTooFar() => Judge("# stanch:ignore-next-line", "", "x = 1").Ignored.ShouldBeNull();

    [Fact]
    public void TheLastLineOfASecretOfSeveralLinesMayCarryTheComment()
    {
        var finding = Fake.Finding().OnLine("a", "b", "c # stanch:ignore: fixture");
        Judge(finding with { Location = finding.Location with { Line = 10 } }).Ignored.ShouldBe(new Ignore("inline", "fixture"));
    }

    [Fact]
    public void ACommentThatNamesAnotherDetectorIsTold() =>
        Verdict(Fake.Finding().OnLine("x # stanch:ignore other-token"), new PolicyOptions()).Remarks.ShouldHaveSingleItem()
            .ShouldBe("src/app.env:10: the comment 'stanch:ignore other-token' does not name acme-token, so the finding counts; to give a reason only, write 'stanch:ignore: reason'");

    [Fact]
    public void WhereTheChangeIsNotTrustedItsCommentsAreToldAndNotObeyed()
    {
        var verdict = Verdict(Fake.Finding().OnLine("x # stanch:ignore"), new PolicyOptions { ObeyInlineIgnores = false });
        verdict.ExitCode.ShouldBe(ExitCode.Blocking);
        verdict.Remarks.ShouldHaveSingleItem().ShouldStartWith("1 finding has an ignore comment");
    }

    [Fact]
    public void AnyLineIsReadWithoutFailing() =>
        Gen.Select(Gen.String, Gen.OneOf(Gen.Const("stanch:ignore"), Gen.Const("pragma: allowlist secret"), Gen.Const("stanch:ignore-next-line")), Gen.String)
            .Sample((before, marker, after) => Judge(before + marker + after, "x") is not null);

    private static Finding Judge(params string[] lines) => Judge(Fake.Finding(detector: Id).OnLine(lines));

    private static Finding Judge(Finding finding) => Verdict(finding, new PolicyOptions()).Findings[0];

    private static Verdict Verdict(Finding finding, PolicyOptions options) =>
        new PolicyEngine(new Tree().Load(), Baseline.Empty, TimeProvider.System).Judge([finding], Fake.Coverage(), options);
}
