namespace Stanch.Cli.CommandLine;

/// <summary>Programs as a shell finds them.</summary>
internal static class OnPath
{
    /// <summary>The first program of this name; null where there is none.</summary>
    public static string? Find(string name, Invocation here) => (here.Variable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Join(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name))
        .FirstOrDefault(IsExecutable);

    /// <summary>True for a file that may be run by somebody.</summary>
    public static bool IsExecutable(string path) => File.Exists(path)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
