namespace Stanch.Cli.Agents;

/// <summary>A settings file that an agent reads, be it there or not.</summary>
/// <param name="Agent">Whose.</param>
/// <param name="Path">On disk.</param>
/// <param name="IsOfUser">True for the one in the home folder, which holds for every project.</param>
internal sealed record AgentSettingsFile(IAgent Agent, string Path, bool IsOfUser);
