using System.Text.Json.Nodes;

namespace Stanch.Cli.Mcp;

/// <summary>JSON schemas of arguments.</summary>
internal static class McpSchema
{
    public static JsonObject Of(IEnumerable<string> required, params (string Name, JsonObject Schema)[] properties)
    {
        var all = new JsonObject();
        foreach (var (name, schema) in properties) all[name] = schema;
        return new JsonObject { ["type"] = "object", ["properties"] = all, ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]), ["additionalProperties"] = false };
    }

    public static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    public static JsonObject Number(string description) => new() { ["type"] = "integer", ["minimum"] = 1, ["description"] = description };

    public static JsonObject Texts(string description) => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = "string" }, ["description"] = description };
}
