using Stanch.Cli.Agents;
using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>Which AI agents ask Stanch before they act, and what keeps one from it.</summary>
internal sealed class AgentsCheck : IHealthCheck
{
    public string Name => "agents";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        var lines = AgentInstallation.Places(here).SelectMany(file => Look(file, here)).ToList();
        return lines.Count > 0 ? lines : [HealthLine.Ok($"no agent's settings call Stanch; 'stanch hook install --agent NAME' adds it ({KnownAgents.Names})")];
    }

    private static IEnumerable<HealthLine> Look(AgentSettingsFile file, Invocation here)
    {
        if (!File.Exists(file.Path)) return [];
        IReadOnlyList<string> commands;
        try
        {
            commands = HookEntries.Commands(AgentInstallation.Read(file.Path));
        }
        catch (UsageException e)
        {
            return [HealthLine.Warning(e.Message, "until then nobody can say whether that agent calls Stanch")];
        }

        return commands.Distinct().Select(command => Look(file, command, here));
    }

    private static HealthLine Look(AgentSettingsFile file, string command, Invocation here)
    {
        var program = HookEntries.ProgramOf(command);
        var isThere = Path.IsPathFullyQualified(program) ? OnPath.IsExecutable(program) : OnPath.Find(program, here) is not null;
        return isThere
            ? HealthLine.Ok($"{file.Agent.Title}: {file.Path} calls {program}")
            : HealthLine.Problem($"{file.Agent.Title}: {file.Path} calls {program}, which is not there", $"'stanch hook install --agent {file.Agent.Name}{(file.IsOfUser ? " --global" : "")}' writes it anew, or add the program's folder to PATH");
    }
}
