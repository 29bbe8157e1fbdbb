using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>
/// The hook files that GitHub Copilot's command line and VS Code's agents share: https://docs.github.com/en/copilot/reference/hooks-reference and
/// https://code.visualstudio.com/docs/agents/reference/hooks-reference. Both read one file, so it is written so that either understands it, and the answer
/// has the fields of both. Copilot's command line ignores what is said about prompts and results.
/// </summary>
internal abstract class CopilotHooks : IAgent
{
    public abstract string Name { get; }

    public abstract string Title { get; }

    public string ProjectFile => ".github/hooks/stanch.json";

    public string UserFile => ".copilot/hooks/stanch.json";

    public bool RewritesResults => false;

    public void AddTo(JsonObject settings, string command)
    {
        settings["version"] ??= 1;
        foreach (var name in new[] { "UserPromptSubmit", "PreToolUse", "PostToolUse" })
        {
            HookEntries.Put(settings, name, new JsonObject { ["type"] = "command", ["command"] = command, ["bash"] = command, ["powershell"] = command, ["timeoutSec"] = 30 });
        }
    }

    public AgentAnswer Answer(AgentEvent asked, AgentVerdict verdict) => (asked.Moment, verdict.Action) switch
    {
        (_, AgentPolicy.Warn) => new(new JsonObject { ["systemMessage"] = verdict.Reason }),
        (AgentMoment.Before, AgentPolicy.Redact) => Decide("ask", verdict.Reason, verdict.RedactedInput),
        (AgentMoment.Before, _) => Decide("deny", verdict.Reason, null),
        (AgentMoment.After, _) => new(new JsonObject { ["decision"] = "block", ["reason"] = verdict.Reason }),
        (AgentMoment.Prompt, _) => new(new JsonObject { ["continue"] = false, ["stopReason"] = verdict.Reason, ["systemMessage"] = verdict.Reason }),
        _ => AgentAnswer.Refusal(verdict.Reason),
    };

    // Copilot's command line goes on after an exit code; it obeys the answer.
    public AgentAnswer Refuse(string message) => Decide("deny", message, null) with { Message = message };

    private static AgentAnswer Decide(string decision, string reason, JsonNode? input)
    {
        var specific = new JsonObject { ["hookEventName"] = "PreToolUse", ["permissionDecision"] = decision, ["permissionDecisionReason"] = reason };
        var answer = new JsonObject { ["permissionDecision"] = decision, ["permissionDecisionReason"] = reason };
        if (input is not null)
        {
            answer["modifiedArgs"] = input;
            specific["updatedInput"] = input.DeepClone();
        }

        answer["hookSpecificOutput"] = specific;
        return new(answer);
    }
}
