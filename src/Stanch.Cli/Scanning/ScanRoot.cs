using Stanch.Policy;
using Stanch.Sources.Git;

namespace Stanch.Cli.Scanning;

/// <summary>
/// The folder that a project's decisions are relative to: the repository's top, else the nearest folder upwards that has a configuration, else the
/// folder itself.
/// </summary>
/// <param name="Folder">On disk, without a slash at its end.</param>
/// <param name="Repository">The repository that it lies in; null for none.</param>
internal sealed record ScanRoot(string Folder, GitRepository? Repository)
{
    /// <summary>The root that holds for a folder.</summary>
    public static ScanRoot Of(string folder)
    {
        var repository = GitRepository.TryDiscover(folder);
        return new ScanRoot(Path.TrimEndingDirectorySeparator(repository?.Root ?? WithConfiguration(folder) ?? folder), repository);
    }

    /// <summary>The root that holds for several paths: that of the deepest folder which they share.</summary>
    public static ScanRoot Of(IReadOnlyList<string> paths, string workingDirectory)
    {
        if (paths.Count == 0) return Of(workingDirectory);
        var folders = paths.Select(path => Path.GetFullPath(path, workingDirectory)).Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(path)!);
        return Of(folders.Aggregate(Shared));
    }

    /// <summary>A path as it was typed, relative to the root and with forward slashes; as it is where it lies elsewhere or is no path.</summary>
    public string Relative(string path, string workingDirectory)
    {
        if (path.StartsWith('<')) return path;
        var full = Path.GetFullPath(path, workingDirectory);
        if (!full.StartsWith(Folder, PathComparison)) return path;
        var rest = full.AsSpan(Folder.Length);
        if (rest.Length == 0) return "";
        return IsSeparator(rest[0]) ? rest[1..].ToString().Replace(Path.DirectorySeparatorChar, '/') : Folder.Length == 1 ? rest.ToString() : path;
    }

    private static StringComparison PathComparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static bool IsSeparator(char c) => c == Path.DirectorySeparatorChar || c == Path.AltDirectorySeparatorChar;

    private static string? WithConfiguration(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, ConfigurationSources.FileName))) return at.FullName;
        }

        return null;
    }

    private static string Shared(string a, string b)
    {
        while (!IsIn(b, a)) a = Path.GetDirectoryName(a) ?? throw new CommandLine.UsageException($"the paths '{a}' and '{b}' share no folder: scan them one by one");
        return a;
    }

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, PathComparison) && (path.Length == folder.Length || IsSeparator(path[folder.Length]) || IsSeparator(folder[^1]));
}
