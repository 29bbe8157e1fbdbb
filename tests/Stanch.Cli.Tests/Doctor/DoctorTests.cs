using Stanch.Cli.Doctor;

namespace Stanch.Cli.Tests.Doctor;

/// <summary><c>stanch doctor</c> names what is wrong and how to mend it; it ends with 3 where something does not work.</summary>
public sealed class DoctorTests
{
    [Fact]
    public void EveryCheckIsListedAndSaysSomething()
    {
        var kinds = typeof(IHealthCheck).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IHealthCheck)));
        HealthChecks.All.Select(check => check.GetType()).ShouldBe(kinds, ignoreOrder: true);
        using var here = new Sandbox().Git("init", "--quiet");
        Examined(here, 0).Select(line => line.Check).Distinct().ShouldBe(HealthChecks.All.Select(check => check.Name), ignoreOrder: true);
    }

    [Fact]
    public void NothingIsWrongInAHealthyRepositoryAndNothingIsWritten()
    {
        using var here = Healthy().Git("init", "--quiet").Commit("first");
        here.Stanch("hook", "install").ShouldExit(0);
        var before = here.Shell("find", ".", "..");
        var output = here.Stanch("doctor").ShouldExit(0).Output;
        output.ShouldContain("Nothing is wrong.");
        output.ShouldContain("pre-push: ");
        output.ShouldNotContain("→");
        here.Shell("find", ".", "..").ShouldBe(before);
    }

    [Fact]
    public void WhatIsNoRepositoryIsNoProblem()
    {
        using var here = Healthy();
        here.Stanch("doctor").ShouldExit(0).Output.ShouldContain("there is no git repository here");
    }

    [Fact]
    public void AMissingGitIsAProblem()
    {
        using var here = new Sandbox().With("PATH", "/nowhere");
        Problems(here).ShouldContain(line => line.Check == "git" && line.Text.Contains("not found on PATH") && line.Mend!.Contains("2.24"));
    }

    [Fact]
    public void AnOldGitIsAProblem()
    {
        using var here = new Sandbox().File("bin/git", "#!/bin/sh\necho git version 2.10.0\n");
        here.Shell("chmod", "+x", "bin/git");
        here.With("PATH", here.At("bin"));
        Problems(here).ShouldContain(line => line.Check == "git" && line.Text.Contains("is git 2.10.0, which is too old"));
    }

    [Fact]
    public void AShallowAndPartialCloneIsAWarning()
    {
        using var here = new Sandbox().In("origin").Git("init", "--quiet").Commit("one").Commit("two").Git("config", "uploadpack.allowFilter", "true").In("..");
        here.Git("clone", "--quiet", "--depth=1", "--filter=blob:none", $"file://{here.At("origin")}", "clone").In("clone");
        var lines = Examined(here, 0);
        lines.ShouldContain(line => line.State == "warning" && line.Text.Contains("shallow") && line.Mend!.Contains("--unshallow"));
        lines.ShouldContain(line => line.State == "warning" && line.Text.Contains("partial"));
    }

    [Fact]
    public void AWorktreeAndABareRepositoryAreNamed()
    {
        using var here = new Sandbox().In("main").Git("init", "--quiet").Commit("one").Git("worktree", "add", "--quiet", "../tree").In("../tree");
        Examined(here, 0).ShouldContain(line => line.Text.StartsWith("a worktree of "));
        here.In("../bare.git").Git("init", "--quiet", "--bare");
        Examined(here, 0).ShouldContain(line => line.Text.StartsWith("a bare repository"));
    }

    [Fact]
    public void ABrokenConfigurationIsAProblemWithItsPlace()
    {
        using var here = new Sandbox().Git("init", "--quiet").File(".stanch.yaml", "version: 1\nfailOnn: likely\n");
        var problems = Problems(here);
        problems.ShouldContain(line => line.Check == "configuration" && line.Text.Contains(".stanch.yaml:2:") && line.Text.Contains("failOn"));
        problems.Select(line => line.Check).ShouldBe(["configuration", "ignores", "baseline"]);
    }

    [Fact]
    public void AnOrganisationsFileThatIsMissingIsAProblem()
    {
        using var here = new Sandbox().With("STANCH_CONFIG", "/no/such/file.yaml");
        Problems(here).ShouldContain(line => line.Check == "configuration" && line.Text.Contains("/no/such/file.yaml"));
    }

    [Fact]
    public void AnIgnoreThatHoldsNoMoreIsAWarning()
    {
        using var here = new Sandbox().Git("init", "--quiet").File(".stanch.yaml", "version: 1\nignore:\n  - path: a/\n    expires: 2020-01-31\n  - path: b/\n");
        var lines = Examined(here, 0);
        lines.ShouldContain(line => line.Check == "ignores" && line.Text == "2 ignores");
        lines.ShouldContain(line => line.Check == "ignores" && line.State == "warning" && line.Text.Contains("2020-01-31"));
    }

    [Fact]
    public void ABaselineWithoutItsKeyIsAProblem()
    {
        using var here = new Sandbox().Git("init", "--quiet").File("a.txt", $"token {Verbs.Made.SlackToken(1)}\n");
        here.Stanch("baseline", "create").ShouldExit(0);
        Examined(here, 0).ShouldContain(line => line.Check == "baseline" && line.Text.Contains("1 accepted"));
        here.Delete(".stanch.yaml");
        Problems(here).ShouldContain(line => line.Check == "baseline" && line.Text.Contains("no fingerprint key"));
        here.File(".stanch-baseline", "nonsense\n");
        Problems(here).ShouldContain(line => line.Check == "baseline" && line.Mend!.Contains("baseline create"));
    }

    [Fact]
    public void WhatIsKeptOfHistoryIsWeighedAndDamageIsAWarning()
    {
        using var here = new Sandbox().Git("init", "--quiet").File("a.txt", "hello\n").Commit("one");
        here.Stanch("scan", "git").ShouldExit(0);
        Examined(here, 0).ShouldContain(line => line.Check == "cache" && line.Text.StartsWith("1 choice of detectors"));
        var file = Directory.GetFiles(here.At(".git/stanch")).ShouldHaveSingleItem();
        File.AppendAllText(file, "x");
        Examined(here, 0).ShouldContain(line => line.Check == "cache" && line.State == "warning" && line.Text.StartsWith(file));
    }

    [Fact]
    public void TheCiSystemIsRecognised()
    {
        using var here = new Sandbox().Git("init", "--quiet").Commit("one").With("GITLAB_CI", "true").With("CI", "true");
        Examined(here, 0).ShouldContain(line => line.Check == "ci" && line.Text.StartsWith("GitLab"));
        here.With("CIRCLECI", "true");
        Problems(here).ShouldContain(line => line.Check == "ci" && line.Text.Contains("several CI systems"));
        here.With("CIRCLECI", null).With("GITLAB_CI", null);
        Examined(here, 0).ShouldContain(line => line.Check == "ci" && line.State == "warning");
    }

    [Fact]
    public void AProxyIsNamedWithoutItsPassword()
    {
        var password = Guid.NewGuid().ToString("N");
        using var here = new Sandbox().With("https_proxy", null).With("HTTPS_PROXY", $"http://user:{password}@proxy.example.com:3128").With("NO_PROXY", "example.org").With("no_proxy", null);
        var line = Examined(here, 0).First(line => line.Check == "network");
        line.Text.ShouldContain("proxy.example.com:3128");
        line.Text.ShouldContain("example.org");
        line.Text.ShouldNotContain(password);
        here.With("HTTPS_PROXY", "ftp://proxy").With("SSL_CERT_FILE", "/no/such.pem");
        var problems = Problems(here);
        problems.ShouldContain(problem => problem.Text.Contains("no address of a proxy"));
        problems.ShouldContain(problem => problem.Text.Contains("/no/such.pem"));
    }

    private static Sandbox Healthy()
    {
        var here = new Sandbox();
        foreach (var name in new[] { "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "SSL_CERT_FILE" }) here.With(name, null);
        return here.With("PATH", $"{Path.GetDirectoryName(Sandbox.Program)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
    }

    private static List<Line> Problems(Sandbox here) => [.. Examined(here, 3).Where(line => line.State == "problem")];

    private static List<Line> Examined(Sandbox here, int exit) => Line.Of(here.Stanch("doctor", "--format", "json").ShouldExit(exit));
}
