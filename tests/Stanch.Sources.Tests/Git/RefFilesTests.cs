using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git;

public sealed class RefFilesTests
{
    [Fact]
    public void RefsAreThoseThatGitLists()
    {
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 5]).Array[1, 12].Sample(
            steps =>
            {
                using var here = new Sandbox();
                here.Commit("one", ("a", "1"));
                foreach (var (what, number) in steps) Do(here, what, number);
                Read(here.Repository).ShouldBe(Listed(here, here.Repository));
            },
            iter: 12, threads: 1);
    }

    [Fact]
    public void ALinkedWorktreeHasRefsOfItsOwn()
    {
        using var here = new Sandbox();
        here.Commit("one", ("a", "1"));
        var tree = System.IO.Path.Combine(here.Path, "tree");
        here.Git("worktree", "add", "--quiet", tree, "-b", "side");
        here.GitIn(tree, "update-ref", "refs/worktree/mine", "HEAD");
        here.GitIn(tree, "update-ref", "refs/bisect/bad", "HEAD");
        here.Git("update-ref", "refs/worktree/main", "HEAD");
        Read(here.Repository).ShouldBe(Listed(here, here.Repository));
        Read(tree).ShouldBe(Listed(here, tree));
        Read(tree).ShouldNotBe(Read(here.Repository));
    }

    [Theory, InlineData("refs/heads/broken", "nonsense"), InlineData("refs/heads/empty", ""), InlineData("refs/heads/dangling", "ref: refs/heads/nowhere"), InlineData("refs/heads/circle", "ref: refs/heads/circle"), InlineData("refs/heads/a..b", "0123456789012345678901234567890123456789"), InlineData("packed-refs", "nonsense\n")]
    public void WhatIsOddIsLeftToGit(string file, string content)
    {
        using var here = new Sandbox();
        here.Commit("one", ("a", "1"));
        System.IO.File.WriteAllText(here.In(".git", file), content);
        RefFiles.Read(GitRepository.Discover(here.Repository)).ShouldBeNull();
    }

    [Fact]
    public void AnUnfinishedRefIsNone()
    {
        using var here = new Sandbox();
        here.Commit("one", ("a", "1"));
        System.IO.File.WriteAllText(here.In(".git", "refs", "heads", "new.lock"), "");
        Read(here.Repository).ShouldBe(Listed(here, here.Repository));
    }

    private static void Do(Sandbox here, int what, int number)
    {
        switch (what)
        {
            case 0: here.Git("branch", "--force", $"b{number}"); break;
            case 1: here.Git("branch", "--force", $"deep/er/b{number}"); break;
            case 2: here.Git("tag", "--force", "-a", "-m", "x", $"t{number}"); break;
            case 3: here.Git("pack-refs", "--all", "--prune"); break;
            case 4: here.Commit($"{number}", ("a", $"{number}")); break;
            case 5: here.Git("update-ref", $"refs/odd/{number}", "HEAD^{tree}"); break;
            case 6: here.Git("symbolic-ref", $"refs/remotes/origin/{number}", "refs/heads/main"); break;
            default: if (here.Git("for-each-ref", $"refs/heads/b{number}").Length > 0) here.Git("update-ref", "-d", $"refs/heads/b{number}"); break;
        }
    }

    private static string Read(string repository) => string.Join('\n', RefFiles.Read(GitRepository.Discover(repository)).ShouldNotBeNull().Select(named => $"{named.Id} {named.Name}"));

    private static string Listed(Sandbox here, string directory) => here.GitIn(directory, "for-each-ref", "--format=%(objectname) %(refname)");
}
