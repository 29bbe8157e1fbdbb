using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>
/// OpenAI Codex: https://developers.openai.com/codex/hooks. It rewrites a tool's arguments only together with an approval, which is not ours to give, so
/// they are refused instead; the reason that blocks a result takes its place.
/// </summary>
internal sealed class Codex : IAgent
{
    public string Name => "codex";

    public string Title => "Codex";

    public string ProjectFile => ".codex/hooks.json";

    public string UserFile => ".codex/hooks.json";

    public bool RewritesResults => true;

    public void AddTo(JsonObject settings, string command)
    {
        foreach (var name in new[] { "UserPromptSubmit", "PreToolUse", "PostToolUse" })
        {
            HookEntries.Put(settings, name, HookEntries.Matched(null, new JsonObject { ["type"] = "command", ["command"] = command, ["timeout"] = 30 }));
        }
    }

    public AgentAnswer Answer(AgentEvent asked, AgentVerdict verdict) => (asked.Moment, verdict.Action) switch
    {
        (_, AgentPolicy.Warn) => new(new JsonObject { ["systemMessage"] = verdict.Reason }),
        (AgentMoment.Prompt, _) => Block(verdict.Reason),
        (AgentMoment.Before, _) => new(new JsonObject
        {
            ["hookSpecificOutput"] = new JsonObject { ["hookEventName"] = asked.Name, ["permissionDecision"] = "deny", ["permissionDecisionReason"] = verdict.Reason },
        }),
        (AgentMoment.After, AgentPolicy.Redact) => Block($"{verdict.Reason}\n\nThe result without it:\n{AgentJson.TextOf(verdict.RedactedResult)}"),
        (AgentMoment.After, _) => Block(verdict.Reason),
        _ => AgentAnswer.Refusal(verdict.Reason),
    };

    private static AgentAnswer Block(string reason) => new(new JsonObject { ["decision"] = "block", ["reason"] = reason });
}
