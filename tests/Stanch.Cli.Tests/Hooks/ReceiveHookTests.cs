using System.Text;
using System.Text.Json;
using Stanch.Cli.Hooks;
using Stanch.Cli.Terminals;
using Stanch.Policy;

namespace Stanch.Cli.Tests.Hooks;

/// <summary>A server's hook in a real bare repository, pushed to over the file protocol.</summary>
public sealed class ReceiveHookTests
{
    [Fact]
    public void APushWithASecretIsRefusedAndACleanOneAccepted()
    {
        using var here = Server();
        Leak(here, "a.py");
        var refused = here.TryGit("push", "origin", "main").ShouldExit(1);
        refused.Error.ShouldContain("1 secret in the commits of this push; it was refused.");
        refused.Error.ShouldContain("a.py:1:10");
        refused.Error.ShouldContain("on the default branch");
        here.Shell("git", "-C", "../origin.git", "branch", "--list").ShouldBeEmpty();
        Log(here).ShouldBe(["blocked"]);
        here.Git("reset", "--quiet", "--hard", "HEAD^").TryGit("push", "origin", "main").ShouldExit(0);
    }

    [Fact]
    public void EveryRefOfAPushCounts()
    {
        using var here = Server().Git("branch", "first").Git("checkout", "--quiet", "-b", "second");
        Leak(here, "a.py");
        here.TryGit("push", "origin", "first", "second").ShouldExit(1);
        here.TryGit("push", "origin", "second", "first", "main").ShouldExit(1);
        here.Git("tag", "-a", "v1", "first", "-m", $"token = '{Fake.SlackBotToken(2)}'").TryGit("push", "origin", "v1").ShouldExit(1);
        here.TryGit("push", "origin", "first").ShouldExit(0);
        here.TryGit("push", "origin", ":first").ShouldExit(0);
    }

    [Fact]
    public void WhatIsThereAlreadyOnAnyBranchIsNotTheirsWhoPushAfter()
    {
        using var here = new Sandbox();
        Pair(here);
        Leak(here, "a.py").Git("push", "--quiet", "origin", "main");
        here.In("../origin.git").Stanch("hook", "install").ShouldExit(0);
        here.In("../work").Commit("clean").TryGit("push", "origin", "main:other").ShouldExit(0);
        here.Git("checkout", "--quiet", "--orphan", "anew").Commit("again").TryGit("push", "--force", "origin", "anew:main").ShouldExit(1, "the same file in a history of its own is new");
    }

    [Theory, InlineData(".stanch.yaml", "exclude: ['*']\n"), InlineData(".stanch.yaml", "ignore: [{ path: a.py, reason: mine }]\n"), InlineData(".stanch.yaml", "failOn: confirmed\ndetectors: { disable: ['*'] }\n"), InlineData("sub/.stanch.yaml", "exclude: ['*']\n")]
    public void APushCannotExcuseItself(string file, string configuration)
    {
        using var here = Server().Git("push", "--quiet", "origin", "main").File(file, configuration).File("sub/b.py", $"token = '{Fake.SlackBotToken(2)}'\n");
        Leak(here, "a.py");
        var refused = here.TryGit("push", "origin", "main").ShouldExit(1).Error;
        refused.ShouldContain("2 secrets");
        if (file == ".stanch.yaml") refused.ShouldContain("note: refs/heads/main has another .stanch.yaml than the default branch");
        // A branch made for it first does not help either.
        here.Git("reset", "--quiet", "--hard", "HEAD^").File(file, configuration).Commit("only the configuration").Git("push", "--quiet", "origin", "main:mine");
        Leak(here, "a.py");
        here.TryGit("push", "origin", "main:mine").ShouldExit(1);
    }

    [Fact]
    public void ACommentBesideASecretIsToldOfAndNotObeyed()
    {
        using var here = Server().File("a.py", $"token = '{Fake.SlackBotToken()}'  # stanch:ignore: mine\n").Commit("brings");
        here.TryGit("push", "origin", "main").ShouldExit(1).Error.ShouldContain("not obeyed");
    }

    [Fact]
    public void WhatTheDefaultBranchDecidedHolds()
    {
        using var here = Server().File(".stanch.yaml", "ignore: [{ path: a.py, reason: agreed }]\n").Commit("agreed").Git("push", "--quiet", "origin", "main").Git("checkout", "--quiet", "-b", "side");
        Leak(here, "a.py");
        here.TryGit("push", "origin", "side").ShouldExit(0);
        Leak(here, "b.py", 2);
        here.TryGit("push", "origin", "side").ShouldExit(1);
    }

    [Fact]
    public void ABypassIsGrantedByPolicyOnlyAndIsWrittenDown()
    {
        using var here = Server();
        Leak(here, "a.py");
        here.TryGit("push", "-o", "stanch.bypass=fire", "origin", "main").ShouldExit(1).Error.ShouldContain("grants no bypass");
        Install(here, "--allow-bypass");
        here.TryGit("push", "-o", "stanch.bypass", "origin", "main").ShouldExit(1).Error.ShouldContain("needs a reason");
        here.TryGit("push", "-o", "stanch.bypass=fire at night", "origin", "main").ShouldExit(0).Error.ShouldContain("written to the server's log");
        Log(here).ShouldBe(["blocked", "blocked", "bypassed"]);
        var entry = JsonDocument.Parse(File.ReadAllLines(here.At("../origin.git/stanch/pre-receive.log"))[^1]).RootElement;
        entry.GetProperty("reason").GetString().ShouldBe("fire at night");
        entry.GetProperty("refs")[0].GetProperty("ref").GetString().ShouldBe("refs/heads/main");
        entry.GetProperty("findings")[0].GetProperty("path").GetString().ShouldBe("a.py");
        entry.GetRawText().ShouldNotContain(Fake.SlackBotToken());
    }

    [Fact]
    public void WithoutAPlaceForTheLogThereIsNoBypass()
    {
        using var here = Server();
        Leak(here, "a.py");
        Install(here, "--allow-bypass", "--log", "/dev/null/log");
        here.TryGit("push", "-o", "stanch.bypass=fire", "origin", "main").ShouldExit(1).Error.ShouldContain("only where it can be written");
    }

    [Theory, InlineData(false, ExitCode.Incomplete, "blocked-on-error", "could not be searched to its end"), InlineData(true, ExitCode.Clean, "passed-on-error", "lets it pass")]
    public void WhatCannotBeSearchedInTimeIsRefusedUnlessThePolicySaysOtherwise(bool passes, ExitCode code, string decision, string said)
    {
        using var here = Server().Git("-C", "../origin.git", "fetch", "--quiet", "../work", "main");
        var id = here.Shell("git", "rev-parse", "HEAD").Trim();
        var error = new StringWriter();
        var run = new Invocation(Terminal.Of(Stream.Null, error), here.In("../origin.git").Work, _ => null, new TimeIsUp());
        var input = new MemoryStream(Encoding.ASCII.GetBytes($"{new string('0', id.Length)} {id} refs/heads/main\n"));
        new ReceiveHook(new HookSettings { OnError = passes ? ErrorPolicy.Pass : ErrorPolicy.Block }, run).Run(() => input).ShouldBe(code);
        error.ToString().ShouldContain("its time was up (25 s)");
        error.ToString().ShouldContain(said);
        here.In("../work");
        Log(here).ShouldBe([decision]);
    }

    [Fact]
    public void ABrokenConfigurationOfTheDefaultBranchRefuses()
    {
        using var here = Server().File(".stanch.yaml", "exclud: [a]\n").Commit("broken");
        here.TryGit("push", "origin", "main").ShouldExit(0, "it is not obeyed yet");
        here.Commit("more").TryGit("push", "origin", "main").ShouldExit(1).Error.ShouldContain(".stanch.yaml:1:1");
        here.File("mine.yaml", "failOn: likely\n");
        Install(here, "--config", here.At("mine.yaml"));
        here.TryGit("push", "origin", "main").ShouldExit(0, "the server's own configuration holds instead");
    }

    [Fact]
    public void GitLabIsToldInItsOwnWords()
    {
        using var here = Server();
        Leak(here, "a.py");
        here.With("GL_REPOSITORY", "project-1").With("GL_PROTOCOL", "ssh");
        var lines = here.TryGit("push", "origin", "main").ShouldExit(1).Error.Split('\n');
        lines.Count(line => line.Contains("GL-HOOK-ERR: ", StringComparison.Ordinal)).ShouldBe(1);
        here.With("GL_PROTOCOL", "web");
        lines = here.TryGit("push", "origin", "main").ShouldExit(1).Error.Split('\n');
        lines.Where(line => line.StartsWith("remote: ", StringComparison.Ordinal)).ShouldAllBe(line => line.Contains("GL-HOOK-ERR:", StringComparison.Ordinal));
    }

    [Fact]
    public void APushThroughGitsOwnHttpServerIsJudgedTheSame()
    {
        using var here = Server().Git("-C", "../origin.git", "config", "http.receivepack", "true");
        using var server = new HttpBackend(Path.GetDirectoryName(here.Work)!);
        here.Git("remote", "add", "web", $"{server.Address}origin.git");
        Leak(here, "a.py");
        here.TryGit("push", "web", "main").ShouldExit(1).Error.ShouldContain("it was refused");
        here.Git("reset", "--quiet", "--hard", "HEAD^").TryGit("push", "web", "main").ShouldExit(0);
    }

    private static Sandbox Server()
    {
        var here = new Sandbox();
        Pair(here);
        Install(here);
        return here;
    }

    private static void Pair(Sandbox here) =>
        here.Git("init", "--quiet").Git("init", "--quiet", "--bare", "../origin.git").Git("-C", "../origin.git", "config", "receive.advertisePushOptions", "true").Git("remote", "add", "origin", "../origin.git").Commit("start");

    private static void Install(Sandbox here, params string[] options)
    {
        here.In("../origin.git").Stanch(["hook", "install", .. options]).ShouldExit(0).Output.ShouldContain("pre-receive");
        here.In("../work");
    }

    private static List<string?> Log(Sandbox here) =>
        [.. File.ReadLines(here.At("../origin.git/stanch/pre-receive.log")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("decision").GetString())];

    private static Sandbox Leak(Sandbox here, string path, int seed = 1) => here.File(path, $"token = '{Fake.SlackBotToken(seed)}'\n").Commit("brings");

    /// <summary>A clock on which every timer is over as soon as it is set.</summary>
    private sealed class TimeIsUp : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
