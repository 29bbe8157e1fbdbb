using Stanch.Cli.Terminals;
using Stanch.Policy;
using Stanch.Sources.Git;

namespace Stanch.Cli.Hooks;

/// <summary>Says which hooks run Stanch here, from where, and what keeps one from running.</summary>
internal static class HookStatus
{
    public static ExitCode Show(Invocation here)
    {
        var git = GitSettings.In(here.WorkingDirectory);
        var repository = GitRepository.TryDiscover(here.WorkingDirectory);
        var active = HookFolder.Active(repository, git, here);
        using var output = here.Terminal.OutputText();
        output.WriteLine(active is null ? "There is no repository here, and no folder of hooks for all." : $"git looks for hooks in {Shown.Text(active.Path)} ({active.Scope.ToString().ToLowerInvariant()}).");
        foreach (var kind in HookKind.All) output.WriteLine($"  {kind.Name,-12} {(active is null ? "not installed" : State(kind, active, repository))}");
        if (active is null || repository is null || active.Scope == HookScope.Local) return ExitCode.Clean;
        foreach (var kind in HookKind.All.Where(kind => HookScript.IsOurs(Path.Combine(repository.CommonPath, "hooks", kind.Name))))
            output.WriteLine($"  {kind.Name,-12} also in this repository{(IsPassedOn(active, kind) ? ", which is called from there" : ": never called, since git does not look there")}");
        return ExitCode.Clean;
    }

    private static string State(HookKind kind, HookFolder folder, GitRepository? repository)
    {
        var file = new HookFile(folder.Path, kind.Name);
        if (InstalledHook.TryRead(file, kind) is { } hook)
            return $"installed{(file.HasKept ? ", calls what was there before" : "")}{(hook.PassesOnError ? ", passes where it cannot search" : "")}";
        return repository is not null && HookManager.Through(repository, folder, kind) is { } through ? $"by {through}" : File.Exists(file.Path) && !file.IsOurs ? "not installed; another hook is there" : "not installed";
    }

    private static bool IsPassedOn(HookFolder folder, HookKind kind) => HookScript.IsOurs(Path.Combine(folder.Path, kind.Name));
}
