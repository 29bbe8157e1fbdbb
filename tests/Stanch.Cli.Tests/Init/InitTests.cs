using Stanch.Cli.Tests.Verbs;

namespace Stanch.Cli.Tests.Init;

public sealed class InitTests : IDisposable
{
    private static readonly string[] Keys = ["version", "exclude", "ignore", "detectors", "failOn", "minSeverity", "fingerprintKey", "fingerprintKeyFile", "incomplete", "maxTime", "decode", "baseline"];

    private readonly ProjectSandbox _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void TheFileExplainsEveryKeyAndSwitchesNothingOn()
    {
        var ran = _project.Stanch("init").ShouldEndWith(0);
        ran.Output.ShouldContain("stanch scan");
        ran.Output.ShouldContain("stanch scan git");
        foreach (var key in Keys) _project.Configuration.ShouldContain(key);
        _project.Configuration.ShouldStartWith("# yaml-language-server: $schema=");
        _project.Configuration.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')).ShouldBe(["version: 1"]);
        _project.Stanch("config", "check").ShouldEndWith(0);
    }

    [Fact]
    public void EveryExampleHoldsOnceItsCommentSignIsTakenAway()
    {
        _project.Stanch("init").ShouldEndWith(0);
        var lines = _project.Configuration.Split('\n').Select(line => IsExample(line) ? line[2..] : line);
        var text = string.Join('\n', lines);
        _project.Write(".stanch.yaml", text.Replace("  custom: [", "  # custom: [", StringComparison.Ordinal).Replace("fingerprintKeyFile:", "# fingerprintKeyFile:", StringComparison.Ordinal));
        _project.Write(".stanch-baseline", "# stanch-baseline 1\n");
        _project.Stanch("config", "check").ShouldEndWith(0);
        _project.Stanch("config", "show").ShouldEndWith(0).Output.ShouldContain("tests/fixtures/");
    }

    [Fact]
    public void AFileThatIsThereStaysAsItIs()
    {
        _project.Write(".stanch.yaml", "# mine\n");
        _project.Stanch("init").ShouldEndWith(2).Error.ShouldContain("exists already");
        _project.Configuration.ShouldBe("# mine\n");
    }

    [Fact]
    public void ItIsWrittenAtTheTopOfTheRepository()
    {
        Directory.CreateDirectory(_project.At("sub"));
        _project.StanchIn(_project.At("sub"), "init").ShouldEndWith(0);
        File.Exists(_project.At(".stanch.yaml")).ShouldBeTrue();
    }

    // Prose is a sentence; an example is a key, a list's item or what belongs to one.
    private static bool IsExample(string line) =>
        line.StartsWith("#   ", StringComparison.Ordinal) || Keys.Any(key => line.StartsWith($"# {key}:", StringComparison.Ordinal));
}
