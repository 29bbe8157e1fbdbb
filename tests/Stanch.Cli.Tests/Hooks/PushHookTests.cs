namespace Stanch.Cli.Tests.Hooks;

/// <summary>Real pushes to a bare repository over the file protocol.</summary>
public sealed class PushHookTests
{
    [Fact]
    public void ASecretInACommitStopsThePushThoughALaterCommitTookItAway()
    {
        using var here = Pair("pre-push");
        Leak(here, "a.py").Delete("a.py").Commit("takes away");
        var blocked = here.TryGit("push", "origin", "main").ShouldExit(1);
        blocked.Error.ShouldContain("1 secret in the commits of this push; nothing was pushed.");
        blocked.Error.ShouldContain("a.py:1:10");
        blocked.Error.ShouldContain("by Ada");
        here.Git("reset", "--quiet", "--hard", "HEAD~2").Commit("clean").TryGit("push", "origin", "main").ShouldExit(0);
    }

    [Fact]
    public void EveryRefCounts()
    {
        using var here = Pair("pre-push").Commit("clean").Git("branch", "first").Git("checkout", "--quiet", "-b", "second");
        Leak(here, "a.py");
        here.TryGit("push", "origin", "first", "second").ShouldExit(1);
        here.TryGit("push", "origin", "second", "first").ShouldExit(1);
        here.TryGit("push", "origin", "first").ShouldExit(0);
    }

    [Fact]
    public void ANewBranchIsComparedWithAllThatTheRemoteHas()
    {
        using var here = Pair("pre-push");
        Leak(here, "old.py").Git("push", "--quiet", "--no-verify", "origin", "main").Git("checkout", "--quiet", "-b", "new").Commit("clean");
        here.TryGit("push", "origin", "new").ShouldExit(0);
        Leak(here, "new.py", 2);
        here.TryGit("push", "origin", "new:other").ShouldExit(1).Error.ShouldContain("new.py");
    }

    [Fact]
    public void WhatAnotherRemoteHasIsNewToThisOne()
    {
        using var here = Pair("pre-push").Git("init", "--quiet", "--bare", "../other.git").Git("remote", "add", "other", "../other.git");
        Leak(here, "a.py").Git("push", "--quiet", "--no-verify", "other", "main");
        here.TryGit("push", "origin", "main").ShouldExit(1);
    }

    [Fact]
    public void AnAnnotatedTagAnswersForItsMessage()
    {
        using var here = Pair("pre-push").Commit("clean").Git("push", "--quiet", "origin", "main").Git("tag", "-a", "v1", "-m", $"token = '{Fake.SlackBotToken()}'").Git("tag", "-a", "v2", "-m", "clean");
        here.TryGit("push", "origin", "v1").ShouldExit(1).Error.ShouldContain("tag-message");
        here.TryGit("push", "origin", "v2").ShouldExit(0);
    }

    [Fact]
    public void ATagOfABlobAnswersForIt()
    {
        using var here = Pair("pre-push").Commit("clean").Git("push", "--quiet", "origin", "main").File("b", $"token = '{Fake.SlackBotToken()}'\n");
        var blob = here.Shell("git", "hash-object", "-w", "b").Trim();
        here.Git("tag", "blob", blob).TryGit("push", "origin", "blob").ShouldExit(1);
    }

    [Fact]
    public void DeletionsPassAndForcedPushesAreSearched()
    {
        using var here = Pair("pre-push").Commit("clean").Git("push", "--quiet", "origin", "main", "main:gone");
        here.TryGit("push", "origin", ":gone").ShouldExit(0);
        Leak(here.Git("checkout", "--quiet", "--orphan", "anew"), "a.py");
        here.TryGit("push", "--force", "origin", "anew:main").ShouldExit(1);
    }

    [Fact]
    public void AWorktreeAndASubmoduleHaveTheSameHooks()
    {
        using var here = Pair("pre-push", "pre-commit").Commit("clean").Git("worktree", "add", "--quiet", "../tree", "-b", "tree");
        here.In("../tree").File("a.py", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a.py");
        here.TryGit("commit", "-m", "brings").ShouldExit(1).Error.ShouldContain("a.py:1:10");
        here.Git("commit", "--quiet", "--no-verify", "-m", "brings").TryGit("push", "origin", "tree").ShouldExit(1);
        here.Stanch("hook", "status").ShouldExit(0).Output.ShouldContain("pre-commit   installed");

        here.In("../work").Git("submodule", "--quiet", "add", "../work", "sub").In("sub").Stanch("hook", "install").ShouldExit(0);
        here.File("a.py", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a.py").TryGit("commit", "-m", "brings").ShouldExit(1);
    }

    [Fact]
    public void InputThatWasCutOffIsNoReasonToPass()
    {
        using var here = Pair("pre-push").Commit("clean");
        var id = here.Shell("git", "rev-parse", "HEAD").Trim();
        var zeros = new string('0', id.Length);
        here.Input($"refs/heads/main {id} refs/heads/main {zeros}\n").Stanch("hook", "run", "pre-push", "origin", "url").ShouldExit(0);
        here.Input($"HEAD@{{1 day ago}} {id} refs/heads/main {zeros}\n").Stanch("hook", "run", "pre-push", "origin", "url").ShouldExit(0);
        here.Input($"refs/heads/main {id} refs/heads/main {zeros}").Stanch("hook", "run", "pre-push", "origin", "url").ShouldExit(2).Error.ShouldContain("cut off");
        here.Input($"refs/heads/main {id} refs\n").Stanch("hook", "run", "pre-push", "origin", "url").ShouldExit(2).Error.ShouldContain("line 1");
        here.Input("").Stanch("hook", "run", "pre-push").ShouldExit(0);
    }

    [Fact]
    public void TheRealPreCommitFrameworkRunsTheShippedHooks()
    {
        using var here = Pair().In("../hooks").Git("init", "--quiet").Bytes(".pre-commit-hooks.yaml", File.ReadAllBytes(Path.Join(RepositoryRoot, ".pre-commit-hooks.yaml"))).Commit("hooks");
        var revision = here.Shell("git", "rev-parse", "HEAD").Trim();
        here.In("../work").With("PATH", $"{Path.GetDirectoryName(Sandbox.Program)}:{Environment.GetEnvironmentVariable("PATH")}");
        here.File(".pre-commit-config.yaml", $"repos:\n- repo: {here.At("../hooks")}\n  rev: {revision}\n  hooks:\n  - id: stanch\n  - id: stanch-commit-msg\n").Commit("config");
        if (!File.Exists("/usr/bin/pre-commit")) Assert.Skip("pre-commit is not installed");
        here.Shell("pre-commit", "install", "-t", "pre-commit", "-t", "pre-push", "-t", "commit-msg");
        here.File("a.py", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a.py");
        var blocked = here.TryGit("commit", "-m", "brings").ShouldExit(1);
        (blocked.Output + blocked.Error).ShouldContain("1 secret in what is staged");
        here.Git("commit", "--quiet", "--no-verify", "-m", "brings");
        var push = here.TryGit("push", "origin", "main").ShouldExit(1);
        (push.Output + push.Error).ShouldContain("in the commits of this push");
        here.Git("reset", "--quiet", "--hard", "HEAD^").File("b", "1\n").Git("add", "b");
        here.TryGit("commit", "-m", $"token = '{Fake.SlackBotToken()}'").ShouldExit(1);
        here.TryGit("commit", "-m", "clean").ShouldExit(0);
        here.TryGit("push", "origin", "main").ShouldExit(0);
        here.Stanch("hook", "status").ShouldExit(0).Output.ShouldContain("by .pre-commit-config.yaml");
    }

    private static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Join(folder.FullName, "Stanch.slnx"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    /// <summary>A repository whose remote is a bare one beside it.</summary>
    private static Sandbox Pair(params string[] hooks)
    {
        var here = new Sandbox().Git("init", "--quiet").Git("init", "--quiet", "--bare", "../origin.git").Git("remote", "add", "origin", "../origin.git").Commit("start");
        if (hooks.Length > 0) here.Stanch(["hook", "install", .. hooks]).ShouldExit(0);
        return here;
    }

    private static Sandbox Leak(Sandbox here, string path, int seed = 1) =>
        here.File(path, $"token = '{Fake.SlackBotToken(seed)}'\n").Git("add", "--all").Git("commit", "--quiet", "--no-verify", "-m", "brings");
}
