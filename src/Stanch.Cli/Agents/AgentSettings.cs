using Stanch.Cli.Hooks;
using Stanch.Detection;

namespace Stanch.Cli.Agents;

/// <summary>What the user typed after <c>stanch hook run agent</c>.</summary>
internal sealed record AgentSettings
{
    /// <summary>Null where the event is to tell.</summary>
    public IAgent? Agent { get; init; }

    public AgentPolicy Policy { get; init; }

    /// <summary>What becomes of an event that cannot be checked.</summary>
    public ErrorPolicy OnError { get; init; }

    public Evidence? FailOn { get; init; }
    public string? Config { get; init; }
    public bool NoConfig { get; init; }
}
