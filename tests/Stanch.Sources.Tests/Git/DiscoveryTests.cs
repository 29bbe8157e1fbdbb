using Stanch.Detection;
using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git;

public sealed class DiscoveryTests
{
    [Fact]
    public void ARepositoryTellsWhatAReportShows()
    {
        using var here = new Sandbox();
        var head = here.Commit("1", ("a/b", "1"));
        here.Git("remote", "add", "origin", "https://me:hidden@example.com/x.git");

        GitRepository.Discover(here.In("a")).Info.ShouldBe(new RepositoryInfo(here.Repository, "https://example.com/x.git", head, "main"));

        here.Git("pack-refs", "--all");
        GitRepository.Discover(here.Repository).Info.Head.ShouldBe(head);
        here.Git("checkout", "--quiet", "--detach");
        GitRepository.Discover(here.Repository).Info.Branch.ShouldBeNull();
    }

    [Fact]
    public void AnEmptyRepositoryHasABranchAndNoHead()
    {
        using var here = new Sandbox("sha256");

        var repository = GitRepository.Discover(here.Repository);

        (repository.Info.Head, repository.Info.Branch, repository.ObjectFormat, repository.IsBare).ShouldBe((null, "main", "sha256", false));
        repository.HistoryRemark(TestContext.Current.CancellationToken).ShouldBeNull();
    }

    [Fact]
    public void FilesAreToldThatHistoryWasNotRead()
    {
        using var here = new Sandbox();
        for (var i = 0; i < 3; i++) here.Commit($"{i}");

        GitRepository.Discover(here.Repository).HistoryRemark(TestContext.Current.CancellationToken).ShouldBe("history was not read: 3 commits; run 'stanch scan git'");
    }

    [Fact]
    public void WhatIsNoRepositorySaysSo()
    {
        using var here = new Sandbox(init: false);

        GitRepository.TryDiscover(here.Path).ShouldBeNull();
        Should.Throw<SourceException>(() => GitRepository.Discover(here.Path)).Message.ShouldContain("is not a git repository");
        Should.Throw<SourceException>(() => Scan.Of(Path.Combine(here.Path, "missing"))).Message.ShouldContain("is not a directory");
    }

    [Fact]
    public void GitThatIsMissingSaysSo()
    {
        using var here = new Sandbox();
        var environment = new Dictionary<string, string> { ["PATH"] = here.Path };

        Should.Throw<SourceException>(() => Scan.In(environment, here.Repository, ("range", "A..B"))).Message.ShouldContain("git was not found on PATH");
    }

    [Fact]
    public void AHistoryIsScannedWithoutGit()
    {
        using var here = new Sandbox();
        here.Commit("one", ("a", "needle-a"));
        Scan.In(new Dictionary<string, string> { ["PATH"] = here.Path }, here.Repository).Words.ShouldBe(["needle-a"]);
    }

    [Fact]
    public void GitThatIsTooOldSaysWhichVersionIsNeeded()
    {
        using var here = new Sandbox();
        here.File("../bin/git", "#!/bin/sh\ncase \"$*\" in *version) echo git version 2.11.0; exit 0;; esac\necho \"error: unknown option\" >&2\nexit 129\n").MakeExecutable("../bin/git");
        var environment = new Dictionary<string, string> { ["PATH"] = here.In("..", "bin") };

        Should.Throw<SourceException>(() => Scan.In(environment, here.Repository, ("range", "A..B"))).Message.ShouldContain("is git 2.11.0; Stanch needs git 2.24 or newer");
        here.File("a", "1").Git("add", "a");
        here.Git("update-index", "--split-index");
        Should.Throw<SourceException>(() => Scan.In(environment, here.Repository, ("staged", "true"))).Message.ShouldContain("2.24");
    }

    [Theory]
    [InlineData("git version 2.39.5", "2.39.5")]
    [InlineData("git version 2.39.5 (Apple Git-154)\n", "2.39.5")]
    [InlineData("git version 2.47.1.windows.2", "2.47.1")]
    [InlineData("git version 3.0", "3.0")]
    [InlineData("hub version 2.1", null)]
    [InlineData("", null)]
    public void VersionsAreUnderstood(string text, string? version) => GitVersion.Parse(text)?.ToString().ShouldBe(version);

    [Fact]
    public void ANamedGitFolderOfAHookIsTheTarget()
    {
        using var here = new Sandbox(bare: true);
        var needles = Scan.In(new Dictionary<string, string> { ["GIT_DIR"] = "." }, here.Repository);

        needles.Gaps.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[core]\n\tbare = true\n", "core.bare", "true")]
    [InlineData("[core]\n\tbare\n", "core.bare", "true")]
    [InlineData("[remote \"origin\"] url = https://x/y # comment\n", "remote.origin.url", "https://x/y")]
    [InlineData("[remote \"Or\\\"igin\"]\n\tURL = \"a # b\\tc\" \n", "remote.Or\"igin.url", "a # b\tc")]
    [InlineData("[a]\nb = one \\\ntwo\n", "a.b", "one two")]
    [InlineData("[a]\nb=1\n[a]\nb=2\n", "a.b", "2")]
    [InlineData("; [a]\n[b]\nc=", "b.c", "")]
    [InlineData("[a\nb=1", "a.b", null)]
    public void ConfigurationIsReadAsGitReadsIt(string text, string name, string? value) => GitConfigFile.Parse(text).Value(name).ShouldBe(value);

    [Fact]
    public void AnyTextIsAConfiguration() => Gen.String[Gen.Char["[]\"\\=#;\n\ta. "], 0, 60].Sample(text => { GitConfigFile.Parse(text); });
}
