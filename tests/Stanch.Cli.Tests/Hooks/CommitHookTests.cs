namespace Stanch.Cli.Tests.Hooks;

/// <summary>Real commits through hooks that 'stanch hook install' wrote.</summary>
public sealed class CommitHookTests
{
    [Fact]
    public void ASecretInAStagedFileStopsTheCommitAndACleanOnePasses()
    {
        using var here = Repository().File("a.py", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a.py");
        var blocked = here.TryGit("commit", "-m", "brings").ShouldExit(1);
        blocked.Error.ShouldContain("1 secret in what is staged; the commit was not made.");
        blocked.Error.ShouldContain("a.py:1:10");
        blocked.Error.ShouldContain("stanch ignore a.py:1 --reason");
        blocked.Error.ShouldContain("stanch guide slack-bot-token");
        blocked.Error.ShouldContain("os.environ[\"SLACK_BOT_TOKEN\"]");
        blocked.Error.ShouldNotContain(Fake.SlackBotToken());
        here.Git("reset", "--quiet").File("b.py", "print(1)\n").Git("add", "b.py");
        here.TryGit("commit", "-m", "clean").ShouldExit(0);
    }

    [Fact]
    public void WhatIsSaidFitsOneScreenHoweverMuchIsFound()
    {
        using var here = Repository();
        for (var i = 0; i < 40; i++) here.File($"{i}.env", Fake.SlackBotToken(i) + "\n");
        here.Git("add", "--all");
        var said = here.TryGit("commit", "-m", "brings").ShouldExit(1).Error;
        said.Split('\n').Length.ShouldBeLessThanOrEqualTo(24);
        said.ShouldContain("and 37 more");
    }

    [Fact]
    public void TheWorkingFileDoesNotCount()
    {
        using var here = Repository().File("a.py", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a.py").File("a.py", "nothing\n");
        here.TryGit("commit", "-m", "staged").ShouldExit(1);
        here.Git("add", "a.py").File("a.py", Fake.SlackBotToken());
        here.TryGit("commit", "-m", "clean").ShouldExit(0);
    }

    [Fact]
    public void WhatStandsInTheFileAlreadyDoesNotStopFurtherWorkOnIt()
    {
        using var here = Repository().File("a.py", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a.py");
        here.Git("commit", "--quiet", "--no-verify", "-m", "leak").File("a.py", $"import os\ntoken = '{Fake.SlackBotToken()}'\n").Git("add", "a.py");
        here.TryGit("commit", "-m", "more").ShouldExit(0);
        here.File("a.py", $"import os\ntoken = '{Fake.SlackBotToken()}'\nother = '{Fake.SlackBotToken(2)}'\n").Git("add", "a.py");
        here.TryGit("commit", "-m", "another").ShouldExit(1).Error.ShouldContain("a.py:3:");
    }

    [Fact]
    public void AMergeAnswersOnlyForWhatNoParentHas()
    {
        using var here = Repository().File("a", "1\n").Git("add", "a").Git("commit", "--quiet", "-m", "one").Git("checkout", "--quiet", "-b", "side");
        here.File("side.py", $"token = '{Fake.SlackBotToken()}'\n").File("a", "2\n").Git("add", "--all").Git("commit", "--quiet", "--no-verify", "-m", "leak of another time");
        here.Git("checkout", "--quiet", "main").File("a", "3\n").Git("add", "a").Git("commit", "--quiet", "-m", "three");
        here.TryGit("merge", "side").Exit.ShouldNotBe(0);
        here.File("a", "23\n").Git("add", "a");
        here.TryGit("commit", "-m", "merged").ShouldExit(0);

        here.Git("reset", "--quiet", "--hard", "HEAD^").TryGit("merge", "side").Exit.ShouldNotBe(0);
        here.File("a", $"23 token = '{Fake.SlackBotToken(2)}'\n").Git("add", "a");
        here.TryGit("commit", "-m", "merged").ShouldExit(1).Error.ShouldContain("1 secret");
    }

    [Fact]
    public void InTheMiddleOfARebaseTheHookWorks()
    {
        using var here = Repository().File("a", "1\n").Git("add", "a").Git("commit", "--quiet", "-m", "one").Git("checkout", "--quiet", "-b", "side");
        here.File("a", "2\n").Git("add", "a").Git("commit", "--quiet", "-m", "two").Git("checkout", "--quiet", "main").File("a", "3\n").Git("add", "a").Git("commit", "--quiet", "-m", "three");
        here.Git("checkout", "--quiet", "side").TryGit("rebase", "main").Exit.ShouldNotBe(0);
        here.File("a", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a");
        here.TryGit("commit", "-m", "resolved").ShouldExit(1);
        here.File("a", "23\n").Git("add", "a");
        here.TryGit("-c", "core.editor=true", "rebase", "--continue").ShouldExit(0);
    }

    [Fact]
    public void ACommitOfSomePathsIsJudgedByThosePaths()
    {
        using var here = Repository().File("a", "1\n").File("b", "1\n").Git("add", "--all").Git("commit", "--quiet", "-m", "one");
        here.File("a", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a").File("b", "2\n");
        here.TryGit("commit", "-m", "only b", "b").ShouldExit(0);
        here.TryGit("commit", "-m", "a").ShouldExit(1);
    }

    [Fact]
    public void ASecretInTheMessageStopsTheCommit()
    {
        using var here = Repository().File("a", "1\n").Git("add", "a");
        here.TryGit("commit", "-m", $"token = '{Fake.SlackBotToken()}'").ShouldExit(1).Error.ShouldContain("1 secret in the commit message");
        // Without an editor git keeps a line that looks like a comment.
        here.TryGit("commit", "-m", $"x\n\n# token = '{Fake.SlackBotToken()}'").ShouldExit(1);
        here.TryGit("commit", "-m", "clean").ShouldExit(0);
    }

    [Fact]
    public void OfAnEditedMessageCommentsAndWhatIsBelowTheScissorsDoNotCount()
    {
        using var here = Repository().File("message", $"""
            Say what and why

            # token = '{Fake.SlackBotToken()}'
            # ------------------------ >8 ------------------------
            diff of token = '{Fake.SlackBotToken()}'
            """);
        here.Stanch("hook", "run", "commit-msg", "message").ShouldExit(0);
        here.Git("config", "commit.cleanup", "whitespace").Stanch("hook", "run", "commit-msg", "message").ShouldExit(1);
        here.Git("config", "commit.cleanup", "strip").Git("config", "core.commentChar", ";").Stanch("hook", "run", "commit-msg", "message").ShouldExit(1);
        here.Stanch("hook", "run", "commit-msg", "missing").ShouldExit(2).Error.ShouldContain("missing");
    }

    [Fact]
    public void ABrokenConfigurationIsSaidAndThePolicyDecides()
    {
        using var here = Repository().File("a", "1\n").File(".stanch.yaml", "exclud: [a]\n").Git("add", "a");
        var blocked = here.TryGit("commit", "-m", "x").ShouldExit(1).Error;
        blocked.ShouldContain(".stanch.yaml:1:1");
        blocked.ShouldContain("--no-verify");
        here.Stanch("hook", "install", "--on-error", "pass", "pre-commit").ShouldExit(0);
        here.TryGit("commit", "-m", "x").ShouldExit(1, because: "the message hook still blocks");
        here.Stanch("hook", "install", "--on-error", "pass").ShouldExit(0);
        here.TryGit("commit", "-m", "x").ShouldExit(0).Error.ShouldContain("lets it pass");
    }

    [Fact]
    public void WithoutGitOnThePathThePolicyDecides()
    {
        using var here = Repository().File("a", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a").Bytes(".git/index", [1, 2, 3]).With("PATH", "/nowhere");
        here.Stanch("hook", "run", "pre-commit").ShouldExit(2).Error.ShouldContain("git was not found on PATH");
        here.Stanch("hook", "run", "pre-commit", "--on-error", "pass").ShouldExit(0).Error.ShouldContain("git was not found on PATH");
    }

    [Fact]
    public void WithoutStanchTheScriptSaysSoAndThePolicyDecides()
    {
        using var here = Repository().File("a", "1\n").Git("add", "a");
        var hook = here.At(".git/hooks/pre-commit");
        File.WriteAllText(hook, File.ReadAllText(hook).Replace(Sandbox.Program, "/nowhere/stanch", StringComparison.Ordinal));
        here.TryGit("commit", "-m", "x").ShouldExit(1).Error.ShouldContain("finds no stanch");
        here.Stanch("hook", "install", "--on-error", "pass").ShouldExit(0);
        File.WriteAllText(hook, File.ReadAllText(hook).Replace(Sandbox.Program, "/nowhere/stanch", StringComparison.Ordinal));
        here.TryGit("commit", "-m", "x").ShouldExit(0).Error.ShouldContain("it passes");
    }

    private static Sandbox Repository()
    {
        var here = new Sandbox().Git("init", "--quiet");
        here.Stanch("hook", "install").ShouldExit(0);
        return here;
    }
}
