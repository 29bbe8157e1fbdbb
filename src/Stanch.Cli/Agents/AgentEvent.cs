using System.Text.Json;
using System.Text.Json.Nodes;
using Stanch.Cli.JsonRpc;

namespace Stanch.Cli.Agents;

/// <summary>One event as an agent sends it: a JSON object on standard input.</summary>
/// <param name="Name">As the agent calls it; empty where it does not say (Copilot's own format).</param>
/// <param name="Tool">The tool; empty for none.</param>
/// <param name="Body">All of it.</param>
internal sealed record AgentEvent(string Name, AgentMoment Moment, string Tool, JsonObject Body)
{
    private static readonly string[] s_results = ["tool_response", "tool_result", "toolResult", "tool_output", "result_json", "output", "error"];
    private static readonly string[] s_inputs = ["tool_input", "toolArgs", "tool_args", "command", "content", "edits"];

    private static readonly Dictionary<string, AgentMoment> s_moments = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UserPromptSubmit"] = AgentMoment.Prompt,
        ["userPromptSubmitted"] = AgentMoment.Prompt,
        ["beforeSubmitPrompt"] = AgentMoment.Prompt,
        ["BeforeAgent"] = AgentMoment.Prompt,
        ["PreToolUse"] = AgentMoment.Before,
        ["PermissionRequest"] = AgentMoment.Before,
        ["BeforeTool"] = AgentMoment.Before,
        ["beforeShellExecution"] = AgentMoment.Before,
        ["beforeMCPExecution"] = AgentMoment.Before,
        ["beforeReadFile"] = AgentMoment.Before,
        ["beforeTabFileRead"] = AgentMoment.Before,
        ["PostToolUse"] = AgentMoment.After,
        ["PostToolUseFailure"] = AgentMoment.After,
        ["AfterTool"] = AgentMoment.After,
        ["afterShellExecution"] = AgentMoment.After,
        ["afterMCPExecution"] = AgentMoment.After,
    };

    /// <summary>The folder that the agent works in; null where it does not say.</summary>
    public string? Folder => Text("cwd") ?? ((Body["workspace_roots"] as JsonArray)?.FirstOrDefault() as JsonValue)?.GetValue<string>();

    /// <summary>The arguments of the tool, as they were sent.</summary>
    public JsonNode? Input => First(s_inputs);

    /// <summary>The result of the tool, as it was sent.</summary>
    public JsonNode? Result => First(s_results);

    /// <summary>The fields that this event brings to the model or takes from it; what was looked at before is not looked at again.</summary>
    public IEnumerable<string> Fields => Moment switch
    {
        AgentMoment.Prompt => ["prompt"],
        AgentMoment.Before => s_inputs,
        AgentMoment.After => s_results,
        _ => Body.Select(property => property.Key).Except(s_about),
    };

    private static readonly string[] s_about =
    [
        "session_id", "sessionId", "transcript_path", "transcriptPath", "cwd", "hook_event_name", "hookEventName", "tool_use_id", "tool_name", "toolName", "permission_mode",
        "conversation_id", "generation_id", "turn_id", "workspace_roots", "user_email", "model", "cursor_version", "timestamp",
    ];

    /// <exception cref="AgentEventException">It is no JSON object.</exception>
    public static AgentEvent Parse(ReadOnlySpan<byte> json)
    {
        JsonObject? body;
        try
        {
            body = JsonNode.Parse(LoneSurrogates.Replace(json), documentOptions: new JsonDocumentOptions { MaxDepth = 256 }) as JsonObject;
            // Read once: a name that stands twice is an error only when it is looked at.
            _ = body?.Count;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new AgentEventException("what came on standard input is no JSON: an agent's event is one JSON object");
        }

        return body is null ? throw new AgentEventException("what came on standard input is no JSON object: an agent's event is one") : Of(body);
    }

    /// <summary>The text of a field; null where it is missing or no text.</summary>
    public string? Text(string field) => Body[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static AgentEvent Of(JsonObject body)
    {
        var bare = new AgentEvent("", AgentMoment.Other, "", body);
        var name = bare.Text("hook_event_name") ?? bare.Text("hookEventName") ?? "";
        var tool = bare.Text("tool_name") ?? bare.Text("toolName") ?? "";
        return new AgentEvent(name, s_moments.TryGetValue(name, out var moment) ? moment : name.Length > 0 ? AgentMoment.Other : Guess(bare), tool, body);
    }

    private static AgentMoment Guess(AgentEvent bare) =>
        bare.Result is not null ? AgentMoment.After : bare.Input is not null ? AgentMoment.Before : bare.Text("prompt") is not null ? AgentMoment.Prompt : AgentMoment.Other;

    private JsonNode? First(string[] fields) => fields.Select(field => Body[field]).FirstOrDefault(value => value is not null);
}
