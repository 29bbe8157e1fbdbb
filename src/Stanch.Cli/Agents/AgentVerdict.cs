using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>What was found in an event, and what the policy wants.</summary>
/// <param name="Action">What is to be done about it.</param>
/// <param name="Reason">For the person and the model: what was found and how to go on. Holds no part of a secret.</param>
/// <param name="Redacted">The event with every secret replaced.</param>
internal sealed record AgentVerdict(AgentPolicy Action, string Reason, AgentEvent Redacted)
{
    public JsonNode? RedactedInput => Redacted.Input?.DeepClone();

    public JsonNode? RedactedResult => Redacted.Result?.DeepClone();
}
