using Stanch.Cli.CommandLine;
using Stanch.Cli.Hooks;
using Stanch.Sources.Git;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>Which hooks of git run Stanch here, and what keeps one from it.</summary>
internal sealed class HooksCheck : IHealthCheck
{
    public string Name => "hooks";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        var git = GitSettings.In(here.WorkingDirectory);
        var repository = GitRepository.TryDiscover(here.WorkingDirectory);
        if (HookFolder.Active(repository, git, here) is not { } folder) return [HealthLine.Ok("there is no repository here, and no folder of hooks for all")];
        var kinds = HookKind.All.Where(kind => repository is null || kind.IsOnServer == repository.IsBare).ToList();
        var lines = kinds.SelectMany(kind => Look(kind, folder, repository, here)).ToList();
        if (lines.Count == 0) lines.Add(HealthLine.Warning($"no hook runs Stanch here; git looks for them in {folder.Path}", "'stanch hook install' installs those that suit the place"));
        return repository is null || folder.Scope == HookScope.Local ? lines : [.. lines, .. NeverCalled(folder, repository)];
    }

    private static IEnumerable<HealthLine> Look(HookKind kind, HookFolder folder, GitRepository? repository, Invocation here)
    {
        var file = new HookFile(folder.Path, kind.Name);
        if (InstalledHook.TryRead(file, kind) is { } hook) return Look(kind, file, hook, here);
        if (repository is not null && HookManager.Through(repository, folder, kind) is { } through) return [ByManager(kind, through, here)];
        return File.Exists(file.Path) && !file.IsOurs ? [HealthLine.Warning($"{kind.Name}: a hook that does not run Stanch is there: {file.Path}", $"'stanch hook install {kind.Name}' keeps it, and calls it first")] : [];
    }

    private static IEnumerable<HealthLine> Look(HookKind kind, HookFile file, InstalledHook hook, Invocation here)
    {
        var again = $"'stanch hook install {kind.Name}' writes it anew";
        var found = hook.Program is { } named && OnPath.IsExecutable(named) ? named : OnPath.Find("stanch", here);
        if (!OnPath.IsExecutable(file.Path)) yield return HealthLine.Problem($"{kind.Name}: git does not run {file.Path}, which is not executable", $"chmod +x {HookScript.Quoted(file.Path)}");
        else if (found is null) yield return HealthLine.Problem($"{kind.Name}: finds no stanch: {(hook.Program is null ? "it is" : $"{hook.Program} is gone, and it is")} not on PATH", again);
        else if (hook.Program is not null && found != hook.Program) yield return HealthLine.Warning($"{kind.Name}: {hook.Program} is gone; it runs {found} from PATH instead", again);
        else yield return HealthLine.Ok($"{kind.Name}: {file.Path} runs {found}{(hook.PassesOnError ? "; it passes where it cannot search" : "")}");
        if (file.HasKept && !OnPath.IsExecutable(file.KeptPath)) yield return HealthLine.Warning($"{kind.Name}: the hook that was there before is not called, since it is not executable: {file.KeptPath}", $"chmod +x {HookScript.Quoted(file.KeptPath)}, if it is to run");
        else if (file.HasKept) yield return HealthLine.Ok($"{kind.Name}: calls what was there before first: {file.KeptPath}");
    }

    private static HealthLine ByManager(HookKind kind, string through, Invocation here) => OnPath.Find("stanch", here) is not null || through == HookManager.Framework
        ? HealthLine.Ok($"{kind.Name}: by {through}")
        : HealthLine.Problem($"{kind.Name}: {through} calls stanch, which is not on PATH", "add its folder to PATH");

    private static IEnumerable<HealthLine> NeverCalled(HookFolder active, GitRepository repository) =>
        from kind in HookKind.All
        let own = Path.Combine(repository.CommonPath, "hooks", kind.Name)
        where HookScript.IsOurs(own) && !HookScript.IsOurs(Path.Combine(active.Path, kind.Name))
        select HealthLine.Problem($"{kind.Name}: {own} is never called: git looks in {active.Path} only ({HookFolder.Setting}, {HookFolder.Name(active.Scope)})", "'stanch hook install --global' puts it where git looks");
}
