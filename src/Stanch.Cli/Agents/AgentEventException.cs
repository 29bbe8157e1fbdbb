namespace Stanch.Cli.Agents;

/// <summary>An event that cannot be read.</summary>
internal sealed class AgentEventException(string message) : Exception(message);
