using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>What an agent is answered.</summary>
/// <param name="Json">For standard output; null for nothing.</param>
/// <param name="Message">For standard error; null for nothing.</param>
/// <param name="Exit">0, or 2 where the exit code is what blocks.</param>
internal sealed record AgentAnswer(JsonObject? Json, string? Message = null, int Exit = 0)
{
    /// <summary>What all agents that know exit codes take for "no": https://code.claude.com/docs/en/hooks and the others' pages say the same.</summary>
    private const int BlockingExit = 2;

    /// <summary>Nothing to say.</summary>
    public static readonly AgentAnswer None = new(Json: null);

    /// <summary>No, by exit code.</summary>
    public static AgentAnswer Refusal(string message) => new(null, message, BlockingExit);
}
