using Stanch.Cli.Hooks;

namespace Stanch.Cli.Tests.Hooks;

public sealed class HookInstallTests
{
    [Fact]
    public void InstallingTwiceIsInstallingOnce()
    {
        using var here = new Sandbox().Git("init", "--quiet");
        here.Stanch("hook", "status").ShouldExit(0).Output.ShouldContain("pre-commit   not installed");
        here.Stanch("hook", "install").ShouldExit(0);
        var before = Hooks(here);
        here.Stanch("hook", "install").ShouldExit(0).Output.ShouldContain("is installed already");
        Hooks(here).ShouldBe(before);
        Names(here).ShouldBe(["commit-msg", "pre-commit", "pre-push"]);
        here.Stanch("hook", "status").ShouldExit(0).Output.ShouldContain("pre-commit   installed");
        here.Stanch("hook", "uninstall", "pre-push").ShouldExit(0);
        Names(here).ShouldBe(["commit-msg", "pre-commit"]);
        here.Stanch("hook", "uninstall").ShouldExit(0);
        here.Stanch("hook", "uninstall").ShouldExit(0).Output.ShouldContain("nothing of ours");
        Names(here).ShouldBeEmpty();
    }

    [Fact]
    public void AHookThatIsThereIsCalledFirstAndPutBackInTheEnd()
    {
        using var here = new Sandbox().Git("init", "--quiet");
        Script(here, ".git/hooks/pre-commit", "echo earlier >> ran; exit $(cat code)");
        Script(here, ".git/hooks/pre-push", "cat >> ran");
        var before = here.Read(".git/hooks/pre-commit");
        here.Stanch("hook", "install").ShouldExit(0).Output.ShouldContain("is kept, and called first");
        here.Stanch("hook", "install").ShouldExit(0);
        here.File("code", "7").File("a", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a");
        here.TryGit("commit", "-m", "x").ShouldExit(1).Error.ShouldNotContain("secret");
        here.File("code", "0").TryGit("commit", "-m", "x").ShouldExit(1).Error.ShouldContain("1 secret");
        here.Read("ran").ShouldBe("earlier\nearlier\n");

        here.Git("commit", "--quiet", "--no-verify", "-m", "x").Git("init", "--quiet", "--bare", "../origin.git").Git("remote", "add", "origin", "../origin.git");
        here.TryGit("push", "origin", "HEAD").ShouldExit(1).Error.ShouldContain("1 secret");
        here.Read("ran").ShouldEndWith($" refs/heads/main {new string('0', 40)}\n");

        here.Stanch("hook", "uninstall").ShouldExit(0).Output.ShouldContain("put back");
        here.Read(".git/hooks/pre-commit").ShouldBe(before);
        Names(here).ShouldBe(["pre-commit", "pre-push"]);
    }

    [Fact]
    public void AHookThatAnotherToolPutOverOursStays()
    {
        using var here = new Sandbox().Git("init", "--quiet");
        Script(here, ".git/hooks/pre-commit", "true");
        here.Stanch("hook", "install").ShouldExit(0);
        Script(here, ".git/hooks/pre-commit", "another");
        here.Stanch("hook", "uninstall").ShouldExit(0).Output.ShouldContain("not ours any more");
        here.Read(".git/hooks/pre-commit").ShouldContain("another");
        here.Stanch("hook", "install").ShouldExit(2).Error.ShouldContain("move one of them away");
    }

    [Fact]
    public void ForAllRepositoriesThoseOfEachAreCalledToo()
    {
        using var here = new Sandbox().Git("init", "--quiet").Commit("start");
        Script(here, ".git/hooks/post-commit", "echo own-post >> ran");
        Script(here, ".git/hooks/pre-commit", "echo own-pre >> ran");
        here.Stanch("hook", "install", "--global").ShouldExit(0);
        here.File("a", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a").TryGit("commit", "-m", "x").ShouldExit(1).Error.ShouldContain("1 secret");
        here.File("a", "1\n").Git("add", "a").TryGit("commit", "-m", "x").ShouldExit(0);
        here.Read("ran").ShouldBe("own-pre\nown-pre\nown-post\n");
        here.Stanch("hook", "status").ShouldExit(0).Output.ShouldContain("(global)");

        // One of ours in the repository does all there is to do, once.
        here.Stanch("hook", "install").ShouldExit(0);
        var said = here.File("a", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a").TryGit("commit", "-m", "x").ShouldExit(1).Error;
        said.Split("1 secret in what is staged").Length.ShouldBe(2);
        here.Stanch("hook", "uninstall").ShouldExit(0);

        here.Stanch("hook", "uninstall", "--global").ShouldExit(0);
        here.TryGit("config", "--global", "core.hooksPath").Exit.ShouldBe(1);
        Directory.Exists(Path.Join(here.Home, ".local/share/stanch/hooks")).ShouldBeFalse();
        here.TryGit("commit", "-m", "x").ShouldExit(0);
        here.Read("ran").ShouldEndWith("own-pre\nown-post\n");
    }

    [Fact]
    public void AFolderThatTheUserChoseIsUsedAndOneForTheMachineMade()
    {
        using var here = new Sandbox().Git("init", "--quiet").Git("config", "--global", "core.hooksPath", "~/my hooks");
        Script(here, "../home/my hooks/pre-commit", "echo mine >> ran");
        here.Stanch("hook", "install").ShouldExit(2).Error.ShouldContain("would never run");
        here.Stanch("hook", "install", "--global", "pre-commit").ShouldExit(0);
        here.File("a", $"token = '{Fake.SlackBotToken()}'\n").Git("add", "a").TryGit("commit", "-m", "x").ShouldExit(1);
        here.Read("ran").ShouldBe("mine\n");
        here.Stanch("hook", "uninstall", "--global").ShouldExit(0);
        here.Shell("git", "config", "--global", "core.hooksPath").ShouldBe("~/my hooks\n");
        here.Git("config", "--global", "--unset", "core.hooksPath");

        here.With("GIT_CONFIG_NOSYSTEM", null).With("GIT_CONFIG_SYSTEM", here.At("../system"));
        here.Stanch("hook", "install", "--system", "--folder", "../machine").ShouldExit(0);
        here.TryGit("commit", "-m", "x").ShouldExit(1).Error.ShouldContain("1 secret");
        here.Stanch("hook", "uninstall", "--system", "--folder", "../machine").ShouldExit(0);
        here.TryGit("commit", "-m", "x").ShouldExit(0);
    }

    [Fact]
    public void NothingIsWrittenIntoWhatTheRepositoryTracks()
    {
        using var here = new Sandbox().Git("init", "--quiet").File(".husky/pre-commit", "npm test\n").File(".husky/_/.gitignore", "*").Git("config", "core.hooksPath", ".husky/_").Commit("husky");
        var husky = here.Stanch("hook", "install").ShouldExit(2).Error;
        husky.ShouldContain(".husky/pre-commit:  stanch hook run pre-commit");
        husky.ShouldContain(".husky/pre-push:  stanch hook run pre-push \"$@\"");
        here.File(".husky/pre-commit", "stanch hook run pre-commit\n").Stanch("hook", "status").ShouldExit(0).Output.ShouldContain("by .husky/pre-commit");

        here.Git("config", "core.hooksPath", "githooks").File("githooks/post-commit", "").Commit("githooks");
        here.Stanch("hook", "install").ShouldExit(2).Error.ShouldContain("part of the repository");

        here.Git("config", "--unset", "core.hooksPath").File("lefthook.yml", "").Commit("lefthook");
        var lefthook = here.Stanch("hook", "install").ShouldExit(2).Error;
        lefthook.ShouldContain("run: stanch hook run pre-push {1} {2}");
        lefthook.ShouldContain("use_stdin: true");
        here.Shell("git", "status", "--porcelain", "--untracked-files=all").ShouldBeEmpty();
        Names(here).ShouldBeEmpty();
    }

    [Fact]
    public void ABareRepositoryGetsTheServersHook()
    {
        using var here = new Sandbox().Git("init", "--quiet", "--bare");
        here.Stanch("hook", "install", "--max-time", "4s", "--allow-bypass", "--log", "it's.log").ShouldExit(0);
        here.Read("hooks/pre-receive").ShouldContain("hook run pre-receive --on-error block --max-time '4s' --allow-bypass --log 'it'\\''s.log' \"$@\"");
        Directory.GetFiles(here.At("hooks")).Select(Path.GetFileName).Where(name => !name!.EndsWith(".sample", StringComparison.Ordinal)).ShouldBe(["pre-receive"]);
    }

    [Fact]
    public void OutsideOfARepositoryAndWithWrongWordsItSaysSo()
    {
        using var here = new Sandbox();
        here.Stanch("hook", "install").ShouldExit(2).Error.ShouldContain("--global");
        here.Stanch("hook", "status").ShouldExit(0).Output.ShouldContain("no repository here");
        here.Stanch("hook", "install", "pre-comit").ShouldExit(2).Error.ShouldContain("did you mean 'pre-commit'?");
        here.Stanch("hook", "install", "--local", "--global").ShouldExit(2).Error.ShouldContain("exclude each other");
        here.Git("init", "--quiet").Stanch("hook", "install", "--on-error", "perhaps").ShouldExit(2).Error.ShouldContain("--on-error");
    }

    [Theory]
    [InlineData("/usr/bin/stanch", "'/usr/bin/stanch'")]
    [InlineData("/it's here/stanch", "'/it'\\''s here/stanch'")]
    [InlineData(@"C:\Program Files\stanch.exe", "'C:/Program Files/stanch.exe'")]
    [InlineData(@"\\server\share\stanch.exe", "'//server/share/stanch.exe'")]
    [InlineData(@"/odd\name", @"'/odd\name'")]
    public void APathIsWrittenAsTheShellTakesIt(string path, string quoted) => HookScript.Quoted(path).ShouldBe(quoted);

    private static void Script(Sandbox here, string path, string line)
    {
        here.File(path, $"#!/bin/sh\n{line}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(here.At(path), (UnixFileMode)0b111_101_101);
    }

    private static List<string> Names(Sandbox here) =>
        [.. Directory.GetFiles(here.At(".git/hooks")).Select(file => Path.GetFileName(file)!).Where(name => !name.EndsWith(".sample", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Hooks(Sandbox here) => Names(here).ToDictionary(name => name, name => here.Read($".git/hooks/{name}"));
}
