using System.Collections;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git;

/// <summary>
/// The environment that Stanch itself was started in, as far as git is concerned. Hooks hand their index and quarantined objects on in it;
/// everything else that would steer git is kept from the child.
/// </summary>
internal sealed class GitEnvironment(IReadOnlyDictionary<string, string> variables, string directory)
{
    /// <summary>Where a hook finds its repository, index and objects. Honoured only for the repository that the hook runs in.</summary>
    private static readonly string[] HookPaths = ["GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_QUARANTINE_PATH"];

    private const string AlternatePaths = "GIT_ALTERNATE_OBJECT_DIRECTORIES";

    /// <summary>The user's own choices, not the repository's.</summary>
    private static readonly string[] Trusted =
        ["GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_DEFAULT_HASH"];

    public static GitEnvironment Current { get; } = new(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? ""),
        Environment.CurrentDirectory);

    /// <summary>The directory that Stanch works in; relative paths in the variables start from it.</summary>
    public string Directory => directory;

    public string TemporaryFolder => this["TMPDIR"] is { Length: > 0 } path ? path : Path.GetTempPath();

    /// <summary>Our folder among those where programs keep what they remember; null where there is no home.</summary>
    public string? StateFolder =>
        Absolute(this["XDG_STATE_HOME"]) is { } state ? Path.Combine(state, "stanch")
        : Absolute(this["LOCALAPPDATA"]) is { } local ? Path.Combine(local, "stanch")
        : Absolute(this["HOME"]) is { } home ? Path.Combine(home, ".local", "state", "stanch")
        : null;

    public string? this[string name] => variables.GetValueOrDefault(name);

    /// <summary>The same variables in another working directory.</summary>
    public GitEnvironment In(string workingDirectory) => new(variables, workingDirectory);

    /// <summary>What a command that reads a local repository runs in.</summary>
    /// <param name="isOfHook">True for the repository that a hook runs in: its index and quarantined objects are honoured.</param>
    public Dictionary<string, string> ForReading(bool isOfHook)
    {
        var result = variables.Where(pair => !IsGit(pair.Key) || Trusted.Contains(pair.Key)).ToDictionary();
        if (isOfHook) AddHookPaths(result);
        Quieten(result);
        return result;
    }

    /// <summary>What a clone runs in: the user's credentials, certificates and ssh settings stay.</summary>
    public Dictionary<string, string> ForCloning()
    {
        var result = variables.Where(pair => !IsOfARepository(pair.Key)).ToDictionary();
        Quieten(result);
        return result;
    }

    /// <summary>
    /// The git program, found on the absolute entries of PATH only: a scanned folder may hold a program of that name, and both .NET and
    /// Windows would look in the current directory first.
    /// </summary>
    /// <exception cref="SourceException">There is none.</exception>
    public string FindProgram() =>
        TryFindProgram() ?? throw new SourceException($"git was not found on PATH. Install git {GitVersion.Needed} or newer, or add its folder to PATH.");

    /// <summary>The same; null where there is none.</summary>
    public string? TryFindProgram()
    {
        var names = OperatingSystem.IsWindows() ? new[] { "git.exe" } : ["git"];
        return (this["PATH"] ?? this["Path"] ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private void AddHookPaths(Dictionary<string, string> result)
    {
        foreach (var name in HookPaths)
        {
            if (this[name] is { Length: > 0 } path) result[name] = Path.GetFullPath(path, directory);
        }
        if (this[AlternatePaths] is { Length: > 0 } list)
            result[AlternatePaths] = AlternateList.Join(AlternateList.Split(list, Path.PathSeparator).Select(path => Path.GetFullPath(path, directory)), Path.PathSeparator);
    }

    private static string? Absolute(string? path) => Path.IsPathFullyQualified(path ?? "") ? path : null;

    private static void Quieten(Dictionary<string, string> result)
    {
        result["LC_ALL"] = "C";
        result.Remove("LANGUAGE");
        result["GIT_TERMINAL_PROMPT"] = "0";
        result["GIT_OPTIONAL_LOCKS"] = "0";
        result["GIT_PAGER"] = "cat";
    }

    private static bool IsGit(string name) => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase) || name is "SSH_ASKPASS" or "PAGER";

    private static bool IsOfARepository(string name) =>
        name is "GIT_DIR" or "GIT_WORK_TREE" or "GIT_COMMON_DIR" or "GIT_NAMESPACE" or "GIT_PREFIX" or AlternatePaths or "GIT_SHALLOW_FILE"
            or "GIT_TEMPLATE_DIR" or "GIT_EXTERNAL_DIFF"
        || HookPaths.Contains(name) || name.StartsWith("GIT_TRACE", StringComparison.Ordinal);
}
