using Stanch.Detection;
using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git;

public sealed class CancellationTests
{
    [Fact]
    public void WhatWasFoundBeforeTheInterruptIsReportedWithItsPlace()
    {
        using var here = new Sandbox();
        for (var i = 0; i < 30; i++) here.Commit($"{i}", ($"f{i}", $"needle-{i}"));
        using var interrupt = new CancellationTokenSource();
        var needles = new Needles();
        needles.OnFind = _ => { if (needles.Searched.Count == 40) interrupt.Cancel(); };

        new GitSource().Walk(Scan.Request(here.Repository, 1), needles, interrupt.Token);

        needles.Gaps.ShouldContain(gap => gap.Kind == GapKind.Interrupted && gap.IsFailure);
        needles.Findings.ShouldNotBeEmpty();
        needles.Findings.ShouldAllBe(finding => finding.Place is Provenance.Commit);
    }

    [Theory]
    [InlineData("range", "HEAD~5..HEAD")]
    [InlineData("since", "HEAD~5")]
    [InlineData("staged", "true")]
    [InlineData("unreachable", "true")]
    public void CancelledBeforeItStartsNothingThrows(string option, string value)
    {
        using var here = new Sandbox();
        for (var i = 0; i < 8; i++) here.Commit($"{i}", ("f", $"needle-{i}"));
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var needles = new Needles();

        new GitSource().Walk(Scan.Request(here.Repository, 2, (option, value)), needles, interrupt.Token);

        needles.Gaps.ShouldContain(gap => gap.Kind == GapKind.Interrupted);
    }

    [Fact]
    public void AFaultInTheSinkEndsTheScanAndLeavesNoProcess()
    {
        using var here = new Sandbox();
        for (var i = 0; i < 5; i++) here.Commit($"{i}", ("f", $"needle-{i}"));
        var needles = new Needles { OnFind = _ => throw new InvalidOperationException("the sink is broken") };

        Should.Throw<InvalidOperationException>(() => new GitSource().Walk(Scan.Request(here.Repository, 3), needles, TestContext.Current.CancellationToken)).Message.ShouldBe("the sink is broken");
    }
}
