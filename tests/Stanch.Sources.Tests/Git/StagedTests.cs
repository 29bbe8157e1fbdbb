using Stanch.Detection;

namespace Stanch.Sources.Tests.Git;

public sealed class StagedTests
{
    private static readonly (string, string) Staged = ("staged", "true");

    [Fact]
    public void TheIndexCountsNotTheWorkingFile()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"), ("unchanged", "needle-committed"));
        here.File("a", "needle-staged").Git("add", "a");
        here.File("a", "cleaned in the working tree only");
        here.File("b", "needle-unstaged");

        var finding = Scan.Of(here.Repository, Staged).Findings.ShouldHaveSingleItem();

        finding.ShouldBe(new Needles.Judged("needle-staged", here.Git("rev-parse", ":a"), new Provenance.Index(here.Repository, "a")));
    }

    [Fact]
    public void WhatHeadsVersionHoldsTooIsCountedAndNotReported()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-old"));
        here.File("a", "needle-old needle-new").Git("add", "a");

        var needles = Scan.Of(here.Repository, Staged);

        needles.Words.ShouldBe(["needle-new"]);
        needles.Remarks.ShouldHaveSingleItem().ShouldContain("1 found in staged files stands in HEAD's version");
    }

    [Fact]
    public void BeforeTheFirstCommitEverythingStagedCounts()
    {
        using var here = new Sandbox("sha256");
        here.File("a", "needle-a").Git("add", "a");

        Scan.Of(here.Repository, Staged).Words.ShouldBe(["needle-a"]);
    }

    [Fact]
    public void InAMergeOnlyWhatNoParentHasCounts()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.Git("checkout", "--quiet", "-b", "side");
        here.Commit("2", ("b", "needle-side"));
        here.Git("checkout", "--quiet", "main");
        here.Commit("3", ("c", "1"));
        here.Git("merge", "--no-commit", "--no-ff", "side");
        here.File("d", "needle-own").Git("add", "d");

        Scan.Of(here.Repository, Staged).Words.ShouldBe(["needle-own"]);
        here.File("b", "needle-side needle-resolved").Git("add", "b");
        Scan.Of(here.Repository, Staged).Words.ShouldBe(["needle-own", "needle-resolved"]);
    }

    [Fact]
    public void AMergeOfACommitThatIsNotThereLeavesNothingOut()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.File("b", "needle-b").Git("add", "b");
        here.File(".git/MERGE_HEAD", new string('1', 40) + "\n");

        Scan.Of(here.Repository, Staged).Words.ShouldBe(["needle-b"]);
    }

    [Fact]
    public void AConflictThatIsNotResolvedIsNamed()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.Git("checkout", "--quiet", "-b", "side");
        here.Commit("2", ("a", "2"));
        here.Git("checkout", "--quiet", "main");
        here.Commit("3", ("a", "3"));
        Should.Throw<InvalidOperationException>(() => here.Git("merge", "side"));

        Scan.Of(here.Repository, Staged).Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("a"), gap => gap.Detail.ShouldStartWith("unmerged"));
    }

    [Fact]
    public void RemovedAndRenamedFilesAreRead()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-a"), ("b", "needle-b"));
        here.Git("rm", "--quiet", "b");
        here.Git("mv", "a", "c");

        Scan.Of(here.Repository, Staged).Findings.ShouldHaveSingleItem().Place.Path.ShouldBe("c");
    }

    [Theory]
    [InlineData("version 4", "update-index", "--index-version", "4")]
    [InlineData("split", "update-index", "--split-index")]
    [InlineData("sparse", "sparse-checkout", "set", "--cone", "--sparse-index", "kept")]
    public void EveryFormOfIndexIsRead(string form, params string[] command)
    {
        using var here = new Sandbox();
        here.Commit(form, ("kept/a", "1"), ("left/out/b", "needle-committed"));
        here.Git(command);
        here.File("kept/a", "needle-staged").Git("add", "kept/a");

        Scan.Of(here.Repository, Staged).Words.ShouldBe(["needle-staged"]);
    }

    [Fact]
    public void NoGitIsStarted()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-old"), ("b/c", "1"));
        here.Git("gc", "--quiet");
        here.File("a", "needle-old needle-staged").File("b/d", "needle-other").Git("add", "--all");

        var needles = Scan.In(new Dictionary<string, string> { ["PATH"] = here.Path }, here.Repository, Staged);

        needles.Words.ShouldBe(["needle-other", "needle-staged"]);
        needles.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void TheIndexThatAHookNamesIsTheOne()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.File("a", "needle-partial").Git("add", "a");
        System.IO.File.Move(here.In(".git", "index"), here.In(".git", "next-index"));
        here.Git("reset", "--quiet");

        Scan.Of(here.Repository, Staged).Findings.ShouldBeEmpty();
        Scan.In(new Dictionary<string, string> { ["GIT_INDEX_FILE"] = ".git/next-index" }, here.Repository, Staged).Words.ShouldBe(["needle-partial"]);
    }

    [Fact]
    public void AHooksIndexIsNotUsedForAnotherRepository()
    {
        using var here = new Sandbox();
        using var other = new Sandbox();
        other.Commit("1", ("a", "1"));
        other.File("a", "needle-staged").Git("add", "a");
        var needles = new Needles();
        var environment = new Sources.Git.GitEnvironment(
            new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["GIT_INDEX_FILE"] = here.In(".git", "nowhere"), ["GIT_DIR"] = here.In(".git") }, here.Repository);

        new Sources.Git.GitSource(environment).Walk(Scan.Request(other.Repository, 1, Staged) with { WorkingDirectory = here.Repository }, needles, TestContext.Current.CancellationToken);

        needles.Words.ShouldBe(["needle-staged"]);
    }

    [Fact]
    public void StagedPointersAndSubmodulesAreNamed()
    {
        using var here = new Sandbox();
        using var inner = new Sandbox();
        inner.Commit("1", ("x", "needle-inner"));
        here.Commit("1", ("a", "1"));
        here.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Repository, "sub");
        here.File("model", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n").Git("add", "model");

        Scan.Of(here.Repository, Staged).Gaps.Select(gap => (gap.Path, gap.Kind)).ShouldBe([("sub", GapKind.Submodule), ("model", GapKind.LargeFileStorage)], ignoreOrder: true);
    }

    [Fact]
    public void ADamagedIndexIsAFailureAndNotClean()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        System.IO.File.WriteAllText(here.In(".git", "index"), "nonsense");

        Scan.Of(here.Repository, Staged).Gaps.ShouldHaveSingleItem().Kind.ShouldBe(GapKind.Corrupt);
    }

    [Fact]
    public void ABareRepositoryHasNoIndex()
    {
        using var here = new Sandbox(bare: true);

        Should.Throw<SourceException>(() => Scan.Of(here.Repository, Staged)).Message.ShouldContain("is bare");
    }
}
