using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>Claude Code: https://code.claude.com/docs/en/hooks.</summary>
internal sealed class ClaudeCode : IAgent
{
    public string Name => "claude";

    public string Title => "Claude Code";

    // The one that is not committed.
    public string ProjectFile => ".claude/settings.local.json";

    public string UserFile => ".claude/settings.json";

    public bool RewritesResults => true;

    public void AddTo(JsonObject settings, string command)
    {
        HookEntries.Put(settings, "UserPromptSubmit", HookEntries.Matched(null, Hook(command)));
        HookEntries.Put(settings, "PreToolUse", HookEntries.Matched("*", Hook(command)));
        HookEntries.Put(settings, "PostToolUse", HookEntries.Matched("*", Hook(command)));
    }

    public AgentAnswer Answer(AgentEvent asked, AgentVerdict verdict) => (asked.Moment, verdict.Action) switch
    {
        (_, AgentPolicy.Warn) => new(new JsonObject { ["systemMessage"] = verdict.Reason }),
        (AgentMoment.Prompt, _) => new(new JsonObject { ["decision"] = "block", ["reason"] = verdict.Reason }),
        // The rewritten call is shown to the person: that it holds no secret does not make it harmless.
        (AgentMoment.Before, AgentPolicy.Redact) => Specific(asked, Decision("ask", verdict, "updatedInput")),
        (AgentMoment.Before, _) => Specific(asked, Decision("deny", verdict, null)),
        (AgentMoment.After, AgentPolicy.Redact) => Specific(asked, new JsonObject { ["updatedToolOutput"] = verdict.RedactedResult, ["additionalContext"] = verdict.Reason }),
        (AgentMoment.After, _) => Stop(asked, verdict),
        _ => AgentAnswer.Refusal(verdict.Reason),
    };

    private static JsonObject Hook(string command) => new() { ["type"] = "command", ["command"] = command, ["timeout"] = 30 };

    private static JsonObject Decision(string decision, AgentVerdict verdict, string? rewrite)
    {
        var answer = new JsonObject { ["permissionDecision"] = decision, ["permissionDecisionReason"] = verdict.Reason };
        if (rewrite is not null) answer[rewrite] = verdict.RedactedInput;
        return answer;
    }

    // The tool has run: the reason goes to the model, and the result that it would have seen is replaced.
    private static AgentAnswer Stop(AgentEvent asked, AgentVerdict verdict)
    {
        var answer = Specific(asked, new JsonObject { ["updatedToolOutput"] = verdict.RedactedResult });
        answer.Json!["decision"] = "block";
        answer.Json["reason"] = verdict.Reason;
        return answer;
    }

    private static AgentAnswer Specific(AgentEvent asked, JsonObject answer)
    {
        answer.Insert(0, "hookEventName", asked.Name);
        return new(new JsonObject { ["hookSpecificOutput"] = answer });
    }
}
