using Stanch.Cli.CommandLine;
using Stanch.Cli.Terminals;
using Stanch.Policy;
using Stanch.Sources.Git;

namespace Stanch.Cli.Hooks;

/// <summary>Installs hooks and takes them away. Doing either twice is the same as doing it once.</summary>
/// <param name="scope">For which repositories.</param>
/// <param name="folder">Where a folder of ours is kept, as it was typed; null for the usual place.</param>
/// <param name="here">The run.</param>
internal sealed class HookInstallation(HookScope scope, string? folder, Invocation here)
{
    private readonly GitSettings _git = GitSettings.In(here.WorkingDirectory);

    /// <param name="kinds">Which; empty for those that suit the place.</param>
    /// <param name="settings">How they behave.</param>
    /// <exception cref="UsageException">They cannot be installed here; the message says what to do.</exception>
    public ExitCode Install(IReadOnlyList<HookKind> kinds, HookSettings settings)
    {
        var found = HookFolder.Find(scope, folder, _git, here);
        // A hook runs elsewhere than where this is typed.
        settings = settings with { Config = settings.Config is { } config ? Path.GetFullPath(config, here.WorkingDirectory) : null };
        kinds = kinds.Count > 0 ? kinds : [.. HookKind.All.Where(kind => kind.IsOnServer == (scope == HookScope.Local && HookFolder.Repository(here).IsBare))];
        if (scope == HookScope.Local) RefuseWhereInVain(found, kinds);
        using var output = here.Terminal.OutputText();
        foreach (var kind in kinds) output.WriteLine($"{kind.Name} {new HookFile(found.Path, kind.Name).Install(HookScript.For(kind, found.IsOwn, settings, Program))}");
        if (!found.IsOwn) return ExitCode.Clean;
        foreach (var name in HookScript.PassedOn.Where(name => !new HookFile(found.Path, name).IsOurs)) new HookFile(found.Path, name).Install(HookScript.PassOn(name));
        if (HookFolder.ValueOf(_git, HookFolder.Name(scope)) is null) _git.Set(HookFolder.Name(scope), HookFolder.Setting, found.Path);
        output.WriteLine($"git looks for hooks in {found.Path} now ({HookFolder.Name(scope)} {HookFolder.Setting}); those of each repository are called from there.");
        return ExitCode.Clean;
    }

    /// <param name="kinds">Which; empty for all.</param>
    /// <exception cref="UsageException">They cannot be taken away.</exception>
    public ExitCode Uninstall(IReadOnlyList<HookKind> kinds)
    {
        var found = HookFolder.Find(scope, folder, _git, here);
        using var output = here.Terminal.OutputText();
        var done = 0;
        foreach (var kind in kinds.Count > 0 ? kinds : HookKind.All)
        {
            if (found.IsOwn && !IsHook(found, kind)) continue;
            if (new HookFile(found.Path, kind.Name).Remove() is not { } said) continue;
            output.WriteLine($"{kind.Name} {said}");
            done++;
            if (found.IsOwn) new HookFile(found.Path, kind.Name).Install(HookScript.PassOn(kind.Name));
        }

        if (found.IsOwn && !HookKind.All.Any(kind => IsHook(found, kind))) TakeFolderAway(found);
        if (done == 0) output.WriteLine($"There was nothing of ours in {Shown.Text(found.Path)}.");
        return ExitCode.Clean;
    }

    // A folder of ours in which only hooks that are passed on are left.
    private void TakeFolderAway(HookFolder found)
    {
        if (HookFolder.ValueOf(_git, HookFolder.Name(scope)) is not null) _git.Set(HookFolder.Name(scope), HookFolder.Setting, null);
        foreach (var name in HookScript.PassedOn) new HookFile(found.Path, name).Remove();
        if (Directory.Exists(found.Path) && !Directory.EnumerateFileSystemEntries(found.Path).Any()) Directory.Delete(found.Path);
    }

    private static bool IsHook(HookFolder found, HookKind kind) => InstalledHook.TryRead(new HookFile(found.Path, kind.Name), kind) is not null;

    private void RefuseWhereInVain(HookFolder found, IReadOnlyList<HookKind> kinds)
    {
        var repository = HookFolder.Repository(here);
        if (HookManager.Explain(repository, found, kinds, _git) is { } instead) throw new UsageException(instead);
        if (HookFolder.ValueOf(_git, "local", "worktree") is not null || HookFolder.ValueOf(_git, "global", "system") is not { } elsewhere) return;
        // Hooks of ours in that folder call the repository's own.
        if (kinds.All(kind => HookScript.IsOurs(Path.Combine(elsewhere, kind.Name)) && File.ReadAllText(Path.Combine(elsewhere, kind.Name)).Contains("--git-common-dir", StringComparison.Ordinal))) return;
        throw new UsageException($"git looks for hooks in '{elsewhere}' only ({HookFolder.Setting} of the user or the machine), so one in this repository would never run: 'stanch hook install --global' puts it there");
    }

    private static string? Program => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "stanch" ? path : null;
}
