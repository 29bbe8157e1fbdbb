using Stanch.Cli.Hooks;
using Stanch.Cli.Scanning;

namespace Stanch.Cli.Agents;

/// <summary>What the user typed after <c>stanch hook run agent</c>.</summary>
internal sealed record AgentSettings
{
    /// <summary>Null where the event is to tell.</summary>
    public IAgent? Agent { get; init; }

    public AgentPolicy Policy { get; init; }

    /// <summary>What happens to an event that cannot be checked.</summary>
    public ErrorPolicy OnError { get; init; }

    public TextChoices Choices { get; init; } = new(FailOn: null, Config: null, NoConfig: false);
}
