using Stanch.Detection;

namespace Stanch.Sources.Tests.Git;

public sealed class RangeTests
{
    [Fact]
    public void OnlyWhatTheCommitsOfTheRangeBringIsReported()
    {
        using var here = new Sandbox();
        var start = here.Commit("1", ("a", "needle-before"));
        here.Commit("2", ("a", "needle-before needle-new"), ("b", "needle-gone"));
        var end = here.Commit("3 needle-text", ("b", null));
        here.Commit("4", ("c", "needle-after"));

        var needles = Scan.Of(here.Repository, ("range", $"{start}..{end}"));

        needles.Words.ShouldBe(["needle-gone", "needle-new", "needle-text"]);
        needles.CommitOf("needle-new").AtHead.ShouldBeTrue();
        needles.CommitOf("needle-gone").Removed!.Id.ShouldBe(end);
    }

    [Fact]
    public void WhatAMergedBranchHadBeforeIsNotTheRanges()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.Git("checkout", "--quiet", "-b", "topic");
        here.Commit("2", ("b", "needle-topic"));
        here.Git("checkout", "--quiet", "main");
        here.Commit("3", ("c", "needle-main"));
        here.Git("checkout", "--quiet", "topic");
        here.Git("merge", "--quiet", "--no-ff", "-m", "catch up", "main");

        var needles = Scan.Of(here.Repository, ("range", "main..topic"));

        needles.Words.ShouldBe(["needle-topic"]);
        needles.Searched.ShouldNotContainKey(here.Git("rev-parse", "main:c"), "main brought it, not the topic");
    }

    [Fact]
    public void WhatStandsBeforeTheRangeIsNotItsEvenWhereABranchBroughtItFirst()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.Git("checkout", "--quiet", "-b", "topic");
        here.Commit("2", ("b", "needle-both"));
        here.Git("checkout", "--quiet", "main");
        here.Commit("3", ("b", "needle-both"));
        here.Git("checkout", "--quiet", "topic");
        here.Git("merge", "--quiet", "--no-ff", "-m", "catch up", "main");
        here.Commit("4", ("b", "other"));

        Scan.Of(here.Repository, ("range", "main..topic")).Words.ShouldBeEmpty();
    }

    [Fact]
    public void AnEmptyRangeIsClean()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-a"));

        var needles = Scan.Of(here.Repository, ("range", "HEAD..HEAD"));

        (needles.Searched.Count, needles.Findings.Count, needles.Gaps.Count).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000..HEAD")]
    [InlineData("HEAD~1..")]
    [InlineData("HEAD~1...HEAD")]
    public void TheFormsThatHooksAndPeopleWriteAreUnderstood(string range)
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.Commit("2", ("a", "needle-a"));

        Scan.Of(here.Repository, ("range", range)).Words.ShouldBe(["needle-a"]);
    }

    [Theory]
    [InlineData("nowhere..HEAD", "git does not know")]
    [InlineData("HEAD", "the form A..B")]
    [InlineData("--all..HEAD", "git does not know")]
    [InlineData("--output=x..HEAD", "git does not know")]
    public void ARangeThatIsNoneSaysSo(string range, string says)
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));

        Should.Throw<SourceException>(() => Scan.Of(here.Repository, ("range", range))).Message.ShouldContain(says);
        System.IO.File.Exists(here.In("x..HEAD")).ShouldBeFalse();
    }

    [Fact]
    public void SinceACommitLeavesOutWhatCameBefore()
    {
        using var here = new Sandbox();
        var start = here.Commit("1", ("a", "needle-before"));
        here.Commit("2", ("b", "needle-main"));
        here.Git("checkout", "--quiet", "-b", "topic", start);
        here.Commit("3", ("c", "needle-topic"));
        here.Git("tag", "-a", "-m", "v1", "v1");
        here.Git("checkout", "--quiet", "main");
        here.Git("branch", "--quiet", "-D", "topic");

        var needles = Scan.Of(here.Repository, ("since", start));

        needles.Words.ShouldBe(["needle-main", "needle-topic"]);
        needles.CommitOf("needle-topic").AtHead.ShouldBeTrue("a tag shows it");
    }

    [Theory]
    [InlineData("2023-11-15")]
    [InlineData("2023-11-15T00:00:00Z")]
    public void SinceADateLeavesOutWhatCameBefore(string date)
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-before")); // Its clock starts on 2023-11-14.
        here.GitWithInput($"commit refs/heads/main\ncommitter A <a@b> 1800000000 +0000\ndata 1\nx\nfrom {here.Git("rev-parse", "main")}\nM 100644 inline b\ndata 12\nneedle-after\n", "fast-import", "--quiet");

        Scan.Of(here.Repository, ("since", date)).Words.ShouldBe(["needle-after"]);
    }

    [Theory]
    [InlineData("3 days ago")]
    [InlineData("2.weeks.ago")]
    [InlineData("yesterday")]
    public void RelativeDatesAreUnderstood(string date)
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-before"));

        Scan.Of(here.Repository, ("since", date)).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--all")]
    public void SinceNothingKnownSaysSo(string since)
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));

        Should.Throw<SourceException>(() => Scan.Of(here.Repository, ("since", since))).Message.ShouldContain("neither a commit that git knows nor a date");
    }

    [Fact]
    public void OptionsThatExcludeEachOtherAreRefused()
    {
        using var here = new Sandbox();

        Should.Throw<SourceException>(() => Scan.Of(here.Repository, ("staged", "true"), ("range", "A..B"))).Message.ShouldContain("--staged and --range exclude each other");
    }
}
