using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;
using Stanch.Cli.JsonRpc;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Mcp;

/// <summary>
/// A Model Context Protocol server over standard input and output: https://modelcontextprotocol.io/specification. It speaks the revisions that begin with
/// <c>initialize</c> and the one without a session (2026-07-28), whose requests each name their version.
/// </summary>
internal sealed class McpServer(IMessageChannel channel, Invocation here)
{
    private const string VersionOfRequest = "io.modelcontextprotocol/protocolVersion";
    private static readonly string[] s_versions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];
    private static readonly string[] s_sessionless = ["2026-07-28"];

    /// <returns>The exit code: 0, since a client that goes is no error.</returns>
    public int Run()
    {
        new RpcLoop(channel, new Dictionary<string, Func<JsonObject, JsonNode?>>
        {
            ["initialize"] = Initialize,
            ["server/discover"] = Discover,
            ["ping"] = parameters => Complete(parameters, []),
            ["tools/list"] = List,
            ["tools/call"] = Call,
        }).Run();
        return 0;
    }

    private static JsonObject Initialize(JsonObject parameters)
    {
        var asked = parameters["protocolVersion"] is JsonValue value && value.TryGetValue<string>(out var version) ? version : null;
        return new JsonObject
        {
            ["protocolVersion"] = s_versions.Contains(asked) ? asked : s_versions[^1],
            ["capabilities"] = Capabilities(),
            ["serverInfo"] = Info(),
            ["instructions"] = Instructions,
        };
    }

    private static JsonObject Discover(JsonObject parameters) => Complete(parameters, new JsonObject
    {
        ["supportedVersions"] = new JsonArray([.. s_sessionless.Concat(s_versions.Reverse()).Select(version => (JsonNode)version)]),
        ["capabilities"] = Capabilities(),
        ["serverInfo"] = Info(),
        ["instructions"] = Instructions,
    });

    private const string Instructions = "Finds secrets in texts and in files of this project, and tells the way out. Scan what you are about to write, show or send. No tool returns a secret's value.";

    private static JsonObject Capabilities() => new() { ["tools"] = new JsonObject() };

    private static JsonObject Info() => new() { ["name"] = "stanch", ["version"] = ProgramVersion.Text };

    private static JsonObject List(JsonObject parameters) => Complete(parameters, new JsonObject
    {
        ["tools"] = new JsonArray([.. McpTools.All.Select(tool => (JsonNode)new JsonObject
        {
            ["name"] = tool.Name,
            ["description"] = tool.Description,
            ["inputSchema"] = tool.InputSchema,
            ["annotations"] = new JsonObject { ["readOnlyHint"] = true, ["openWorldHint"] = false },
        })]),
    });

    private JsonObject Call(JsonObject parameters)
    {
        var name = parameters["name"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        var tool = McpTools.All.FirstOrDefault(tool => tool.Name == name) ?? throw new RpcException(RpcException.InvalidParams, $"there is no tool '{name}'{NearestName.Hint(name, [.. McpTools.All.Select(tool => tool.Name)])}");
        try
        {
            var result = tool.Call(new McpArguments(parameters["arguments"] as JsonObject ?? []), here);
            var answer = Content(result.Text);
            if (result.Structured is not null) answer["structuredContent"] = result.Structured;
            return Complete(parameters, answer);
        }
        catch (Exception e) when (e is UsageException or ConfigurationException or SourceException)
        {
            var answer = Content(QuotedInput.Hide(e.Message));
            answer["isError"] = true;
            return Complete(parameters, answer);
        }
    }

    private static JsonObject Content(string text) => new() { ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) };

    // From 2026-07-28 on every result says that it is one.
    private static JsonObject Complete(JsonObject parameters, JsonObject result)
    {
        if ((parameters["_meta"] as JsonObject)?.ContainsKey(VersionOfRequest) == true) result["resultType"] = "complete";
        return result;
    }
}
