using System.CommandLine;
using Stanch.Cli.Agents;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch hook run agent</c>: answers one event of an AI agent. A command below <c>hook run</c>.</summary>
internal static class HookAgentRun
{
    public static Command Create(Invocation here)
    {
        var agent = new Option<string?>("--agent") { HelpName = "AGENT", Description = $"Who asks: {KnownAgents.Names}. Told from the event where it is left out." };
        var config = new Option<string?>("--config") { HelpName = "FILE", Description = "Obey this configuration instead of the tree's and the user's own." };
        var noConfig = new Option<bool>("--no-config") { Description = "Read no configuration at all." };
        var command = new Command("agent", "Answer one event of an AI agent, which comes as JSON on standard input: prompts, files, commands, tool arguments and results.") { agent, config, noConfig };
        var options = new HookAgentOptions(command);
        command.SetAction(result =>
        {
            var settings = options.Read(result);
            return AgentHook.Run(settings with
            {
                Agent = result.GetValue(agent) is { } name ? KnownAgents.Get(name) : null,
                Choices = settings.Choices with { Config = result.GetValue(config), NoConfig = result.GetValue(noConfig) },
            }, here);
        });
        return command;
    }
}
