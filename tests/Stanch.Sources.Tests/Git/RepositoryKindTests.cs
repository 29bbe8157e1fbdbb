using Stanch.Detection;
using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git;

public sealed class RepositoryKindTests
{
    [Fact]
    public void ABareRepositoryASubfolderAndTheGitFolderItselfAreTheRepository()
    {
        using var here = new Sandbox();
        here.Commit("1", ("deep/down/a", "needle-a"));
        here.GitIn(here.Path, "clone", "--quiet", "--bare", here.Repository, "bare.git");

        Scan.Of(here.In("deep", "down")).CommitOf("needle-a").Path.ShouldBe("deep/down/a");
        Scan.Of(here.In(".git")).CommitOf("needle-a").Repository.ShouldBe(here.Repository);
        Scan.Of(Path.Combine(here.Path, "bare.git")).CommitOf("needle-a").AtHead.ShouldBeTrue();
    }

    [Fact]
    public void ALinkedWorktreeHasItsOwnIndexAndItsHeadCounts()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        var tree = Path.Combine(here.Path, "tree");
        here.Git("worktree", "add", "--quiet", "--detach", tree);
        System.IO.File.WriteAllText(Path.Combine(tree, "a"), "needle-detached");
        here.GitIn(tree, "commit", "--quiet", "-am", "2");
        System.IO.File.WriteAllText(Path.Combine(tree, "b"), "needle-staged");
        here.GitIn(tree, "add", "b");

        Scan.Of(tree, ("staged", "true")).Words.ShouldBe(["needle-staged"]);
        Scan.Of(here.Repository, ("staged", "true")).Findings.ShouldBeEmpty();
        foreach (var place in new[] { here.Repository, tree }) Scan.Of(place).CommitOf("needle-detached").AtHead.ShouldBeTrue(place);
        GitRepository.Discover(tree).Root.ShouldBe(tree);
    }

    [Fact]
    public void SubmodulesAreNamedAndEnteredOnRequest()
    {
        using var here = new Sandbox();
        using var inner = new Sandbox();
        inner.Commit("1", ("x", "needle-inner"));
        here.Commit("1", ("a", "needle-outer"));
        here.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Repository, "lib/sub");
        here.Commit("2");

        var named = Scan.Of(here.Repository);
        named.Words.ShouldBe(["needle-outer"]);
        named.Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("lib/sub"), gap => gap.Kind.ShouldBe(GapKind.Submodule));

        var entered = Scan.Of(here.Repository, ("submodules", "true"));
        entered.Words.ShouldBe(["needle-inner", "needle-outer"]);
        entered.CommitOf("needle-inner").Repository.ShouldBe(here.In("lib", "sub"));
        entered.CommitOf("needle-inner").Path.ShouldBe("lib/sub/x", "as a scan of the files names it, and as ignores, baselines and reports for other programs need it");
        entered.Gaps.ShouldBeEmpty();
        Scan.Of(here.In("lib", "sub")).Words.ShouldBe(["needle-inner"]);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc")]
    [InlineData("link/inside")]
    [InlineData("a//b")]
    [InlineData("a/.GIT/b")]
    [InlineData("..\\outside")]
    public void ASubmodulesPathNeverLeavesTheTree(string path)
    {
        using var here = new Sandbox(init: false);
        Directory.CreateDirectory(here.In());
        Directory.CreateSymbolicLink(here.In("link"), here.Path);

        TreePath.StaysInside(here.Repository, path).ShouldBeFalse();
        TreePath.StaysInside(here.Repository, "a/b").ShouldBeTrue();
    }

    [Fact]
    public void OfABorrowedStoreOnlyWhatTheRefsReachIsSearched()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-shared"));
        here.GitIn(here.Path, "clone", "--quiet", "--shared", here.Repository, "borrower");
        here.Git("checkout", "--quiet", "-b", "private");
        var stranger = here.Commit("2", ("b", "needle-stranger"));

        var needles = Scan.Of(Path.Combine(here.Path, "borrower"));

        needles.Words.ShouldBe(["needle-shared"]);
        needles.Gaps.ShouldBeEmpty();
        needles.Searched.ShouldNotContainKey(here.Git("rev-parse", stranger + ":b"));
    }

    [Fact]
    public void AShallowCloneSaysSoAndFindsWhatItHas()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-a"), ("old", "needle-old"));
        here.Commit("2", ("old", null));
        var edge = here.Commit("3", ("a", "needle-a\n"));
        here.GitIn(here.Path, "clone", "--quiet", "--depth=1", "file://" + here.Repository, "shallow");
        var shallow = Path.Combine(here.Path, "shallow");

        var needles = Scan.Of(shallow);

        needles.CommitOf("needle-a").Introduced.Id.ShouldBe(edge, "what came before is not known here");
        needles.Words.ShouldBe(["needle-a"]);
        needles.Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            gap => gap.Kind.ShouldBe(GapKind.Absent), gap => gap.IsFailure.ShouldBeTrue(), gap => gap.Detail.ShouldContain("--unshallow"));
        GitRepository.Discover(shallow).IsShallow.ShouldBeTrue();
        Should.Throw<SourceException>(() => Scan.Of(shallow, ("range", here.Git("rev-parse", "HEAD~2") + "..HEAD"))).Message.ShouldContain("shallow");
    }

    [Theory]
    [InlineData("blob:none")]
    [InlineData("tree:0")]
    public void APartialCloneIsNeverCompletedUnasked(string filter)
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-a"));
        here.Commit("2", ("a", "gone"), ("b", "needle-b"));
        here.Git("config", "uploadpack.allowFilter", "true");
        here.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        here.GitIn(here.Path, "clone", "--quiet", "--bare", "--filter=" + filter, "file://" + here.Repository, "partial");
        var partial = Path.Combine(here.Path, "partial");
        var before = Directory.GetFiles(partial, "*", SearchOption.AllDirectories).Order().ToArray();

        foreach (var options in new (string, string)[][] { [], [("range", "HEAD~..HEAD")], [("unreachable", "true")] })
        {
            var needles = Scan.Of(partial, options);
            needles.Findings.ShouldBeEmpty();
            needles.Gaps.ShouldContain(gap => gap.Kind == GapKind.Absent && gap.IsFailure);
        }

        Directory.GetFiles(partial, "*", SearchOption.AllDirectories).Order().ToArray().ShouldBe(before, customMessage: "nothing was fetched");
        GitRepository.Discover(partial).IsPartial.ShouldBeTrue();
    }

    [Fact]
    public void AbsentBlobsAreNamedByTheirPath()
    {
        using var here = new Sandbox();
        here.Commit("1", ("dir/a", "needle-a"));
        here.Git("config", "uploadpack.allowFilter", "true");
        here.GitIn(here.Path, "clone", "--quiet", "--bare", "--filter=blob:none", "file://" + here.Repository, "partial");

        Scan.Of(Path.Combine(here.Path, "partial")).Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("dir/a"), gap => gap.Detail.ShouldContain("the clone is partial"));
    }

    [Fact]
    public void ReplaceRefsAndGraftsDoNotHideTheRealObjects()
    {
        using var here = new Sandbox();
        var first = here.Commit("1", ("a", "needle-real"));
        var second = here.Commit("2", ("a", "clean"));
        var blob = here.Git("rev-parse", first + ":a");
        here.Git("replace", blob, here.GitWithInput("needle-fake", "hash-object", "-w", "--stdin"));
        here.File(".git/info/grafts", second + "\n");
        here.Git("commit-graph", "write", "--reachable");

        var needles = Scan.Of(here.Repository);

        needles.CommitOf("needle-real").Introduced.Id.ShouldBe(first);
        needles.CommitOf("needle-real").Removed!.Id.ShouldBe(second);
    }

    [Fact]
    public void PackedRepositoriesAreReadLikeLooseOnes()
    {
        using var here = new Sandbox();
        for (var i = 0; i < 5; i++) here.Commit($"{i}", ("a", string.Join('\n', Enumerable.Range(0, 200)) + $"\nneedle-{i}"));
        here.Git("gc", "--quiet");
        here.Commit("last", ("b", "needle-loose"));

        Scan.Of(here.Repository).Words.ShouldBe(["needle-0", "needle-1", "needle-2", "needle-3", "needle-4", "needle-loose"]);
    }

    [Fact]
    public void InAPreReceiveHookOnlyThePushedCommitsAreRead()
    {
        using var here = new Sandbox(bare: true);
        var work = Path.Combine(here.Path, "work");
        here.GitIn(here.Path, "clone", "--quiet", here.Repository, "work");
        System.IO.File.WriteAllText(Path.Combine(work, "a"), "needle-there");
        here.GitIn(work, "add", "a");
        here.GitIn(work, "commit", "--quiet", "-m", "1");
        here.GitIn(work, "push", "--quiet", "origin", "HEAD:refs/heads/main");
        System.IO.File.WriteAllText(here.In("hooks", "pre-receive"), "#!/bin/sh\nenv > \"$GIT_DIR/../hook-environment\"\ncp -r \"$GIT_OBJECT_DIRECTORY\" \"$GIT_DIR/../quarantine\"\nexit 1\n");
        here.MakeExecutable("hooks/pre-receive");
        System.IO.File.WriteAllText(Path.Combine(work, "b"), "needle-pushed");
        here.GitIn(work, "add", "b");
        here.GitIn(work, "commit", "--quiet", "-m", "2");
        Should.Throw<InvalidOperationException>(() => here.GitIn(work, "push", "--quiet", "origin", "HEAD:refs/heads/topic"));
        var environment = System.IO.File.ReadLines(Path.Combine(here.Path, "hook-environment")).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        environment["GIT_OBJECT_DIRECTORY"] = Path.Combine(here.Path, "quarantine");

        var needles = Scan.In(environment, here.Repository, ("range", $"{new string('0', 40)}..{here.GitIn(work, "rev-parse", "HEAD")}"));

        needles.Words.ShouldBe(["needle-pushed"]);
        needles.CommitOf("needle-pushed").AtHead.ShouldBeTrue();
    }
}
