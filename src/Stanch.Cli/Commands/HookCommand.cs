using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Hooks;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch hook</c>: git and AI agents call Stanch before a secret leaves.</summary>
internal static class HookCommand
{
    public static Command Create(Invocation here) => new("hook", "Stop secrets on every commit and push, and before an AI agent sees them.")
    {
        Install(here),
        Uninstall(here),
        Status(here),
        DoctorCommand.OfHooks(here),
        HookRunCommand.Create(here),
    };

    private static Command Install(Invocation here)
    {
        var options = new HookOptions(isOnServer: true);
        var command = Placed("install", "Let git call Stanch; a hook that is there is kept and called first.", (scope, folder, kinds, result) => new HookInstallation(scope, folder, here).Install(kinds, options.Read(result)));
        foreach (var option in options.All) command.Options.Add(option);
        HookAgentInstall.AddTo(command, isInstall: true, here);
        return command;
    }

    private static Command Uninstall(Invocation here)
    {
        var command = Placed("uninstall", "Take the hooks away, and put back what was there before.", (scope, folder, kinds, _) => new HookInstallation(scope, folder, here).Uninstall(kinds));
        HookAgentInstall.AddTo(command, isInstall: false, here);
        return command;
    }

    private static Command Status(Invocation here)
    {
        var command = new Command("status", "Say which hooks run Stanch here.");
        command.SetAction(_ => (int)HookStatus.Show(here));
        return command;
    }

    private static Command Placed(string name, string description, Func<HookScope, string?, IReadOnlyList<HookKind>, ParseResult, ExitCode> run)
    {
        var hooks = new Argument<string[]>("HOOK") { Description = $"Which: {string.Join(", ", HookKind.All.Select(kind => kind.Name))}. By default all that suit the place.", Arity = ArgumentArity.ZeroOrMore };
        var local = new Option<bool>("--local") { Description = "For this repository and its worktrees; the default." };
        var global = new Option<bool>("--global") { Description = "For all of your repositories, through git's core.hooksPath; their own hooks are called too." };
        var system = new Option<bool>("--system") { Description = "For all repositories of this machine, in the same way." };
        var folder = new Option<string?>("--folder") { HelpName = "FOLDER", Description = "Where the hooks of --global or --system are kept." };
        var command = new Command(name, description) { hooks, local, global, system, folder };
        command.SetAction(result => (int)run(
            Scope(result.GetValue(local), result.GetValue(global), result.GetValue(system)),
            result.GetValue(folder),
            [.. (result.GetValue(hooks) ?? []).Distinct().Select(Kind)],
            result));
        return command;
    }

    private static HookScope Scope(bool local, bool global, bool system) => (local, global, system) switch
    {
        (_, false, false) => HookScope.Local,
        (false, true, false) => HookScope.Global,
        (false, false, true) => HookScope.System,
        _ => throw new UsageException("--local, --global and --system exclude each other: choose one"),
    };

    private static HookKind Kind(string word) => HookKind.All.FirstOrDefault(kind => kind.Name == word)
        ?? throw new UsageException($"there is no hook '{word}' of ours{NearestName.Hint(word, [.. HookKind.All.Select(kind => kind.Name)])}");
}
