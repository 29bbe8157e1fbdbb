using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>
/// Cursor: https://cursor.com/docs/agent/hooks. Arguments are never rewritten, so what holds a secret is refused; of results it rewrites those of MCP tools
/// alone, and what follows a command it only tells.
/// </summary>
internal sealed class Cursor : IAgent
{
    public string Name => "cursor";

    public string Title => "Cursor";

    public string ProjectFile => ".cursor/hooks.json";

    public string UserFile => ".cursor/hooks.json";

    public bool RewritesResults => false;

    public void AddTo(JsonObject settings, string command)
    {
        settings["version"] ??= 1;
        foreach (var name in new[] { "beforeSubmitPrompt", "beforeShellExecution", "beforeMCPExecution", "beforeReadFile", "preToolUse", "postToolUse" })
        {
            var entry = new JsonObject { ["command"] = command, ["timeout"] = 30 };
            // Shell, MCP and reading have events of their own, with more in them.
            if (name == "preToolUse") entry["matcher"] = "Write";
            HookEntries.Put(settings, name, entry);
        }
    }

    public AgentAnswer Answer(AgentEvent asked, AgentVerdict verdict) => (asked.Moment, verdict.Action) switch
    {
        (_, AgentPolicy.Warn) => new(null, verdict.Reason),
        (AgentMoment.Prompt, _) => new(new JsonObject { ["continue"] = false, ["user_message"] = verdict.Reason }),
        (AgentMoment.Before, _) => new(new JsonObject { ["permission"] = "deny", ["user_message"] = verdict.Reason, ["agent_message"] = verdict.Reason }),
        (AgentMoment.After, _) => new(new JsonObject { ["updated_mcp_tool_output"] = verdict.RedactedResult, ["additional_context"] = verdict.Reason }, verdict.Reason),
        _ => AgentAnswer.Refusal(verdict.Reason),
    };
}
