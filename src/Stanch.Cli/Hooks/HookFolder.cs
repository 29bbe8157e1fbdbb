using Stanch.Cli.CommandLine;
using Stanch.Sources.Git;

namespace Stanch.Cli.Hooks;

/// <summary>A folder that git looks for hooks in.</summary>
/// <param name="Path">On disk.</param>
/// <param name="Scope">Whose hooks these are.</param>
/// <param name="IsOwn">True for a folder of ours, which git is pointed to: since it then looks nowhere else, its hooks call the repository's own.</param>
internal sealed record HookFolder(string Path, HookScope Scope, bool IsOwn)
{
    public const string Setting = "core.hooksPath";

    /// <summary>The folder of a scope.</summary>
    /// <param name="scope">Which.</param>
    /// <param name="folder">Where ours is to be, as it was typed; null for the usual place. Not for a repository's own.</param>
    /// <param name="git">git's settings.</param>
    /// <param name="here">The run.</param>
    /// <exception cref="UsageException">There is no repository here, or no place for the folder.</exception>
    public static HookFolder Find(HookScope scope, string? folder, GitSettings git, Invocation here)
    {
        if (scope == HookScope.Local) return OfRepository(git, here);
        var own = System.IO.Path.GetFullPath(folder ?? UsualPlace(scope, here), here.WorkingDirectory);
        var set = ValueOf(git, Name(scope));
        return set is null || Same(set, own) ? new HookFolder(own, scope, IsOwn: true) : new HookFolder(System.IO.Path.GetFullPath(set, here.WorkingDirectory), scope, IsOwn: false);
    }

    /// <summary>The one folder that git looks into: the nearest setting holds. Null where there is no repository and no folder for all.</summary>
    public static HookFolder? Active(GitRepository? repository, GitSettings git, Invocation here)
    {
        if (repository is not null && ValueOf(git, "local", "worktree") is not null) return OfRepository(git, here);
        foreach (var scope in new[] { HookScope.Global, HookScope.System })
        {
            if (ValueOf(git, Name(scope)) is { } set) return new HookFolder(System.IO.Path.GetFullPath(set, here.WorkingDirectory), scope, IsOwn: false);
        }

        return repository is null ? null : OfRepository(git, here);
    }

    /// <summary>The repository that the run is in.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static GitRepository Repository(Invocation here) => GitRepository.TryDiscover(here.WorkingDirectory)
        ?? throw new UsageException("there is no git repository here: go into one, or install for all of yours with 'stanch hook install --global'");

    /// <summary>A setting's value in one scope; null where it is not set there.</summary>
    public static string? ValueOf(GitSettings git, params string[] scopes) => git.Values(Setting).LastOrDefault(pair => scopes.Contains(pair.Scope)).Value is { Length: > 0 } value ? value : null;

    /// <summary>git's name for a scope.</summary>
    public static string Name(HookScope scope) => scope.ToString().ToLowerInvariant();

    private static HookFolder OfRepository(GitSettings git, Invocation here)
    {
        var repository = Repository(here);
        var set = ValueOf(git, "local", "worktree");
        // As git has it: relative to where hooks run, the top of the working tree or the bare repository.
        return new HookFolder(set is null ? System.IO.Path.Combine(repository.CommonPath, "hooks") : System.IO.Path.GetFullPath(set, repository.Root), HookScope.Local, IsOwn: false);
    }

    private static bool Same(string a, string b) => System.IO.Path.TrimEndingDirectorySeparator(a) == System.IO.Path.TrimEndingDirectorySeparator(b);

    private static string UsualPlace(HookScope scope, Invocation here)
    {
        if (scope == HookScope.System) return OperatingSystem.IsWindows() ? System.IO.Path.Join(here.Variable("ProgramData"), "stanch", "hooks") : "/etc/stanch/hooks";
        foreach (var (variable, below) in new[] { ("XDG_DATA_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".local/share") })
        {
            if (here.Variable(variable) is { Length: > 0 } home) return System.IO.Path.Join(home, below, "stanch", "hooks");
        }

        throw new UsageException("no home is known to keep the hooks in: name a folder with --folder");
    }
}
