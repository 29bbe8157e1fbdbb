using Stanch.Policy;

namespace Stanch.Cli.CommandLine;

/// <summary>What is said when the program itself fails: nothing of what it read, since an exception's own words may quote it.</summary>
internal static class CrashMessage
{
    private const string DebugVariable = "STANCH_DEBUG";

    public static ExitCode Write(Invocation here, Exception crash)
    {
        here.Terminal.Error.WriteLine($"stanch: internal error ({crash.GetType().FullName}{PlaceOf(crash)}). This is a bug in stanch {ProgramVersion.Text}, not in what it read.");
        if (here.Variable(DebugVariable) is { Length: > 0 })
            here.Terminal.Error.WriteLine(crash.ToString());
        else
            here.Terminal.Error.WriteLine($"Please report it with what you ran. {DebugVariable}=1 shows the stack; read it before you share it, it may quote what was scanned.");
        return ExitCode.InternalError;
    }

    private static string PlaceOf(Exception crash) =>
        crash.StackTrace?.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(line => line.Contains("Stanch.", StringComparison.Ordinal)) is { } line ? $" {Shortened(line)}" : "";

    private static string Shortened(string line)
    {
        var end = line.IndexOf('(', StringComparison.Ordinal);
        return end < 0 ? line : line[..end];
    }
}
