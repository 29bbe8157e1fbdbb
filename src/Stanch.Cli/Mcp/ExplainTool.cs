using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Explaining;
using Stanch.Cli.Terminals;

namespace Stanch.Cli.Mcp;

/// <summary>Why something was found at a place, or was not: <c>stanch explain</c>.</summary>
internal sealed class ExplainTool : IMcpTool
{
    public string Name => "explain";

    public string Description => "Explain why a secret was found on a line of a file of this project, or was not: the evidence, its reasons, and what the policy makes of it.";

    public JsonObject InputSchema => McpSchema.Of(
        ["path", "line"], ("path", McpSchema.Text("The file, relative to the project.")), ("line", McpSchema.Number("1-based.")), ("detector", McpSchema.Text("Only what the detector of this id made of it.")));

    public McpResult Call(McpArguments arguments, Invocation here)
    {
        using var output = new MemoryStream();
        var place = new PlaceArgument(McpPath.Below(arguments.Text("path"), here), arguments.Number("line"), null);
        LineExplanation.Write(place, arguments.OptionalText("detector"), here with { Terminal = Terminal.Of(output, TextWriter.Null) });
        return new McpResult(System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }
}
