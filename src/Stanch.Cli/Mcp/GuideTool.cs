using System.Text.Json.Nodes;
using Stanch.Cli.Guides;

namespace Stanch.Cli.Mcp;

/// <summary>The way out of one kind of leaked secret: <c>stanch guide</c>.</summary>
internal sealed class GuideTool : IMcpTool
{
    public string Name => "guide";

    public string Description => "What to do when a secret of one kind leaked: revoke, rotate, find its uses, and how to keep it out of the code.";

    public JsonObject InputSchema => McpSchema.Of(["detector"], ("detector", McpSchema.Text("The detector's id, as findings name it.")), ("path", McpSchema.Text("The file that leaked: code is shown in its language.")));

    public McpResult Call(McpArguments arguments, Invocation here) => new(PlainGuide.Of(arguments.Text("detector"), arguments.OptionalText("path"), here));
}
