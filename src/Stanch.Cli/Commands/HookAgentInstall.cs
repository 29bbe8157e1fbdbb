using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Stanch.Cli.Agents;

namespace Stanch.Cli.Commands;

/// <summary>
/// <c>--agent NAME|all</c> for <c>stanch hook install</c> and <c>uninstall</c>: with it the command is about agents' settings, without it about git's hooks.
/// </summary>
internal static class HookAgentInstall
{
    private const string GlobalName = "--global";

    public static void AddTo(Command command, bool isInstall, Invocation here)
    {
        var agent = new Option<string[]>("--agent") { HelpName = "AGENT|all", Description = $"{(isInstall ? "Install into" : "Take out of")} the settings of an AI agent: {KnownAgents.Names}, or all.", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        command.Options.Add(agent);
        if (command.Options.FirstOrDefault(option => option.Name == GlobalName) is not Option<bool> global)
        {
            global = new Option<bool>(GlobalName) { Description = "For every project of this user, in the home folder, instead of for this project." };
            command.Options.Add(global);
        }

        var options = isInstall ? new HookAgentOptions(command) : null;
        var git = command.Action;
        command.SetAction(result =>
        {
            if (result.GetValue(agent) is not { Length: > 0 } names)
            {
                if (options?.IsAboutAgents(result) == true) throw new CommandLine.UsageException("--policy and --fail-on are for agents' hooks: give --agent NAME too; git's hooks obey the configuration");
                return git is SynchronousCommandLineAction other ? other.Invoke(result) : throw new CommandLine.UsageException($"name an agent: --agent {KnownAgents.Names}, or all");
            }

            if (result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).FirstOrDefault() is { } hook)
                throw new CommandLine.UsageException($"--agent is about the settings of agents, '{hook.Value}' about git's hooks: do one after the other");
            return (int)(options is not null ? AgentInstallation.Install(names, result.GetValue(global), options.Text(result), here) : AgentInstallation.Uninstall(names, result.GetValue(global), here));
        });
    }
}
