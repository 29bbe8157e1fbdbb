namespace Stanch.Cli.Tests.Distribution;

public sealed class ScriptTests
{
    public static TheoryData<string> Scripts => [.. Directory.EnumerateFiles(Path.Join(BuiltProgram.Repository, "build"), "*.sh").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Scripts))]
    public void AScriptIsSound(string name)
    {
        using var here = new Sandbox();
        here.Shell("shellcheck", BuiltProgram.Script(name));
    }
}
