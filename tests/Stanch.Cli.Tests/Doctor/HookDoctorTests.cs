namespace Stanch.Cli.Tests.Doctor;

/// <summary><c>stanch hook doctor</c> finds what keeps a hook from running.</summary>
public sealed class HookDoctorTests
{
    [Fact]
    public void HooksThatRunAreInOrder()
    {
        using var here = Installed();
        Examined(here, 0).Where(line => line.Check == "hooks").ShouldAllBe(line => line.State == "ok" && line.Text.EndsWith($"runs {Sandbox.Program}"));
    }

    [Fact]
    public void WithoutAnyHookThatIsSaid()
    {
        using var here = new Sandbox().Git("init", "--quiet");
        Examined(here, 0).ShouldContain(line => line.State == "warning" && line.Text.StartsWith("no hook runs Stanch here") && line.Mend!.Contains("stanch hook install"));
    }

    [Fact]
    public void AHookThatIsNotExecutableIsAProblem()
    {
        using var here = Installed();
        here.Shell("chmod", "-x", ".git/hooks/pre-commit");
        var problem = Problem(here);
        problem.Text.ShouldContain("not executable");
        here.Shell("sh", "-c", problem.Mend!);
        Examined(here, 0).ShouldAllBe(line => line.State == "ok");
    }

    [Fact]
    public void AProgramThatIsGoneIsAProblem()
    {
        using var here = Installed();
        var script = here.Read(".git/hooks/pre-push").Replace(Sandbox.Program, "/gone/it's/stanch".Replace("'", @"'\''"));
        here.File(".git/hooks/pre-push", script);
        Problem(here).Text.ShouldContain("/gone/it's/stanch is gone, and it is not on PATH");
        here.With("PATH", $"{Path.GetDirectoryName(Sandbox.Program)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
        Examined(here, 0).ShouldContain(line => line.State == "warning" && line.Text.Contains("from PATH instead"));
    }

    [Fact]
    public void AnotherHookAndAKeptOneAreNamed()
    {
        using var here = new Sandbox().Git("init", "--quiet").File(".git/hooks/pre-commit", "#!/bin/sh\n");
        here.Shell("chmod", "+x", ".git/hooks/pre-commit");
        Examined(here, 0).ShouldContain(line => line.State == "warning" && line.Text.Contains("a hook that does not run Stanch"));
        here.Stanch("hook", "install").ShouldExit(0);
        Examined(here, 0).ShouldContain(line => line.State == "ok" && line.Text.Contains("calls what was there before first"));
        here.Shell("chmod", "-x", ".git/hooks/pre-commit.before-stanch");
        Examined(here, 0).ShouldContain(line => line.State == "warning" && line.Text.Contains("is not called, since it is not executable"));
    }

    [Fact]
    public void AHookWhereGitDoesNotLookIsAProblem()
    {
        using var here = Installed();
        here.Git("config", "--global", "core.hooksPath", here.At("elsewhere"));
        var lines = Examined(here, 3);
        lines.Count(line => line.State == "problem" && line.Text.Contains("is never called") && line.Mend!.Contains("--global")).ShouldBe(3);
        here.Stanch("hook", "install", "--global").ShouldExit(0);
        Examined(here, 0).ShouldNotContain(line => line.State == "problem");
    }

    [Fact]
    public void AManagersFileNeedsAProgramOnThePath()
    {
        using var here = new Sandbox().Git("init", "--quiet").File("lefthook.yml", "pre-commit:\n  commands:\n    stanch:\n      run: stanch hook run pre-commit\n");
        Problem(here).Text.ShouldContain("lefthook.yml calls stanch, which is not on PATH");
    }

    [Fact]
    public void AServersHookIsLookedForInABareRepository()
    {
        using var here = new Sandbox().Git("init", "--quiet", "--bare");
        here.Stanch("hook", "install").ShouldExit(0);
        Examined(here, 0).Where(line => line.Check == "hooks").ShouldHaveSingleItem().Text.ShouldStartWith("pre-receive: ");
    }

    [Fact]
    public void AgentsThatCallUsAreNamedWithTheirProgram()
    {
        using var here = new Sandbox().Git("init", "--quiet");
        here.Stanch("hook", "install", "--agent", "all", "--global").ShouldExit(0);
        Examined(here, 0).Count(line => line.Check == "agents" && line.Text.EndsWith($"calls {Sandbox.Program}")).ShouldBe(6);
        var claude = Path.Join(here.Home, ".claude/settings.json");
        File.WriteAllText(claude, File.ReadAllText(claude).Replace(Sandbox.Program, "/gone/stanch"));
        var problem = Problem(here);
        problem.Text.ShouldBe($"Claude Code: {claude} calls /gone/stanch, which is not there");
        problem.Mend!.ShouldContain("--agent claude --global");
        File.WriteAllText(claude, "{ // a comment\n}");
        Examined(here, 0).ShouldContain(line => line.Check == "agents" && line.State == "warning" && line.Text.Contains("no plain JSON"));
    }

    [Fact]
    public void AProjectsSettingsAreMendedInTheProject()
    {
        using var here = new Sandbox().In("../home/project").Git("init", "--quiet");
        here.Stanch("hook", "install", "--agent", "claude").ShouldExit(0);
        here.File(".claude/settings.local.json", here.Read(".claude/settings.local.json").Replace(Sandbox.Program, "/gone/stanch"));
        Problem(here).Mend!.ShouldNotContain("--global");
    }

    private static Sandbox Installed()
    {
        var here = new Sandbox().Git("init", "--quiet");
        here.Stanch("hook", "install").ShouldExit(0);
        return here;
    }

    private static Line Problem(Sandbox here) => Examined(here, 3).Where(line => line.State == "problem").ShouldHaveSingleItem();

    private static List<Line> Examined(Sandbox here, int exit) => Line.Of(here.Stanch("hook", "doctor", "--format", "json").ShouldExit(exit));
}
