namespace Stanch.Cli.Tests;

/// <summary>What a run of the program came to.</summary>
internal sealed record Outcome(int Exit, string Output, string Error)
{
    /// <summary>Fails with all that was said when the exit code is another.</summary>
    public Outcome ShouldExit(int code, string? because = null)
    {
        Exit.ShouldBe(code, $"{because}\nstdout:\n{Output}\nstderr:\n{Error}");
        return this;
    }
}
