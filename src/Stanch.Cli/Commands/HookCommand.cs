using System.CommandLine;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch hook</c>: stops a secret before it leaves.</summary>
internal static class HookCommand
{
    public static Command Create(Invocation here)
    {
        var install = new Command("install", "Have stanch asked before a secret leaves.");
        HookAgentInstall.AddTo(install, isInstall: true, here);
        var uninstall = new Command("uninstall", "Take stanch out again.");
        HookAgentInstall.AddTo(uninstall, isInstall: false, here);
        var run = new Command("run", "What an installed hook runs.") { HookAgentRun.Create(here) };
        return new Command("hook", "Stop a secret before it leaves: hooks of AI agents.") { install, uninstall, run };
    }
}
