using System.Text;

namespace Stanch.Sources.Git;

/// <summary>
/// git's own settings and what it says of a path: as much as installing hooks needs. A setting is written only where the user asks for it, in the
/// user's own file or the machine's, never in a repository's.
/// </summary>
public sealed class GitSettings
{
    private readonly GitRepository? _repository;
    private readonly GitCommand _git;

    private GitSettings(GitRepository? repository, GitCommand git)
    {
        _repository = repository;
        _git = git;
    }

    /// <summary>Those that hold in a folder.</summary>
    /// <exception cref="SourceException">git is missing.</exception>
    public static GitSettings In(string folder) =>
        new(GitRepository.TryDiscover(folder), GitCommand.ForSettings(folder, GitEnvironment.Current));

    /// <summary>The values of a setting with the scope of each (<c>system</c>, <c>global</c>, <c>local</c>, <c>worktree</c>); the last one holds.</summary>
    /// <param name="name">Such as <c>core.hooksPath</c>.</param>
    public IReadOnlyList<(string Scope, string Value)> Values(string name)
    {
        var parts = _git.Run(CancellationToken.None, "config", "--show-scope", "--null", "--type=path", "--get-all", name).Text.Split('\0');
        return [.. Enumerable.Range(0, parts.Length / 2).Select(i => (parts[2 * i], parts[(2 * i) + 1]))];
    }

    /// <summary>A setting's value as it is written; null where it is not set.</summary>
    public string? Value(string name) => _git.Run(CancellationToken.None, "config", "--get", name) is { Succeeded: true } output ? output.Text.TrimEnd('\n') : null;

    /// <summary>Sets it, or takes it away.</summary>
    /// <param name="scope"><c>global</c> or <c>system</c>.</param>
    /// <param name="name">Such as <c>core.hooksPath</c>.</param>
    /// <param name="value">Null to take it away.</param>
    /// <exception cref="SourceException">git refuses; the message says why.</exception>
    public void Set(string scope, string name, string? value)
    {
        var output = value is null
            ? _git.Run(CancellationToken.None, "config", $"--{scope}", "--unset", name)
            : _git.Run(CancellationToken.None, "config", $"--{scope}", name, value);
        if (!output.Succeeded) throw new SourceException($"git cannot write its {scope} configuration ({output.Errors.Split('\n')[0]}): see that you may write that file, or that no other git holds it.");
    }

    /// <summary>True for a file that the repository tracks, or would show as new.</summary>
    public bool IsVisible(string path)
    {
        if (_repository is not { IsBare: false } || !IsBelow(path, _repository.Root) || IsBelow(path, _repository.GitPath) || IsBelow(path, _repository.CommonPath)) return false;
        if (_repository.Git.Run(CancellationToken.None, "ls-files", "-z", "--", path).Bytes.Length > 0) return true;
        return !_repository.Git.RunWithInput(input => input.Write(Encoding.UTF8.GetBytes(path)), CancellationToken.None, "check-ignore", "--quiet", "--stdin").Succeeded;
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
