using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>Gemini CLI: https://geminicli.com/docs/hooks/reference.</summary>
internal sealed class GeminiCli : IAgent
{
    private const int TimeoutMilliseconds = 30_000;

    public string Name => "gemini";

    public string Title => "Gemini CLI";

    public string ProjectFile => ".gemini/settings.json";

    public string UserFile => ".gemini/settings.json";

    public bool RewritesResults => true;

    public void AddTo(JsonObject settings, string command)
    {
        HookEntries.Put(settings, "BeforeAgent", HookEntries.Matched(null, Hook(command)));
        HookEntries.Put(settings, "BeforeTool", HookEntries.Matched(".*", Hook(command)));
        HookEntries.Put(settings, "AfterTool", HookEntries.Matched(".*", Hook(command)));
    }

    public AgentAnswer Answer(AgentEvent asked, AgentVerdict verdict) => (asked.Moment, verdict.Action) switch
    {
        (_, AgentPolicy.Warn) => new(new JsonObject { ["systemMessage"] = verdict.Reason }),
        (AgentMoment.Before, AgentPolicy.Redact) => Specific(asked, verdict, "tool_input", verdict.RedactedInput),
        (AgentMoment.After, AgentPolicy.Redact) => Specific(asked, verdict, "tool_output", Output(verdict.RedactedResult)),
        (AgentMoment.Other, _) => AgentAnswer.Refusal(verdict.Reason),
        _ => new(new JsonObject { ["decision"] = "deny", ["reason"] = verdict.Reason }),
    };

    private static JsonObject Hook(string command) => new() { ["name"] = "stanch", ["type"] = "command", ["command"] = command, ["timeout"] = TimeoutMilliseconds };

    private static string Output(JsonNode? result) => AgentJson.TextOf((result as JsonObject)?["llmContent"] ?? result);

    private static AgentAnswer Specific(AgentEvent asked, AgentVerdict verdict, string field, JsonNode? value) => new(new JsonObject
    {
        ["systemMessage"] = verdict.Reason,
        ["hookSpecificOutput"] = new JsonObject { ["hookEventName"] = asked.Name, [field] = value },
    });
}
