using System.Text;
using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection;

namespace Stanch.Cli.Mcp;

/// <summary>Tells what can be found.</summary>
internal sealed class ListDetectorsTool : IMcpTool
{
    private const int MostListed = 100;

    public string Name => "list_detectors";

    public string Description => "List the kinds of secrets that can be found, with their ids; 'query' narrows it to a provider or a word.";

    public JsonObject InputSchema => McpSchema.Of([], ("query", McpSchema.Text("A part of an id, a name or a provider.")));

    public McpResult Call(McpArguments arguments, Invocation here)
    {
        var query = arguments.OptionalText("query") ?? "";
        var all = Project.Open(ScanRoot.Of(here.WorkingDirectory), config: null, noConfig: false, here).AllDetectors;
        List<Detector> fitting = [.. all.Where(detector => Holds(detector.Id, query) || Holds(detector.Name, query) || Holds(detector.ProviderName, query))];
        var text = new StringBuilder($"{fitting.Count} of {all.Count} detectors");
        foreach (var detector in fitting.Take(MostListed)) text.Append($"\n- {detector.Id}: {detector.Name} ({Words.Of(detector.Severity)})");
        if (fitting.Count > MostListed) text.Append($"\n- and {fitting.Count - MostListed} more: narrow it with 'query'");
        return new McpResult(text.ToString(), new JsonObject
        {
            ["count"] = fitting.Count,
            ["detectors"] = new JsonArray([.. fitting.Take(MostListed).Select(ToJson)]),
        });
    }

    private static bool Holds(string text, string query) => text.Contains(query, StringComparison.OrdinalIgnoreCase);

    private static JsonNode ToJson(Detector detector) => new JsonObject
    {
        ["id"] = detector.Id,
        ["name"] = detector.Name,
        ["provider"] = detector.Provider,
        ["severity"] = Words.Of(detector.Severity),
        ["what"] = detector.What,
    };
}
