using System.Diagnostics;
using System.Globalization;

namespace Stanch.Cli.Tests;

/// <summary>A run that has not ended yet.</summary>
internal sealed class RunningStanch : IDisposable
{
    // Only so that a test which waits in vain ends: nothing is measured by it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    public RunningStanch(Process process)
    {
        _process = process;
        Output = new Captured(process.StandardOutput);
        Error = new Captured(process.StandardError);
    }

    public Captured Output { get; }

    public Captured Error { get; }

    public void Write(string text)
    {
        _process.StandardInput.Write(text);
        _process.StandardInput.Flush();
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Closes its standard input and waits for its end.</summary>
    public Outcome Finish()
    {
        _process.StandardInput.Close();
        return WaitForEnd();
    }

    /// <summary>Waits for its end, its standard input still open.</summary>
    public Outcome WaitForEnd()
    {
        _process.WaitForExit(Patience).ShouldBeTrue("it did not end");
        return new Outcome(_process.ExitCode, Output.All(), Error.All());
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
