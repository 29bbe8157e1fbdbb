using System.Text;
using System.Text.Json.Nodes;
using Stanch.Cli.Agents;
using Stanch.Cli.Scanning;

namespace Stanch.Cli.Mcp;

/// <summary>Gives a text without its secrets.</summary>
internal sealed class RedactTextTool : IMcpTool
{
    public string Name => "redact_text";

    public string Description => "Give a text back with every secret in it replaced by [redacted:KIND], fit to be shown, stored or sent.";

    public JsonObject InputSchema => McpSchema.Of(["text"], ("text", McpSchema.Text("The text.")));

    public McpResult Call(McpArguments arguments, Invocation here)
    {
        var bytes = Encoding.UTF8.GetBytes(arguments.Text("text"));
        var findings = new TextScan(here.WorkingDirectory, here).Find(bytes, "<text>");
        var spans = findings.Select(finding => ((int)finding.Location.ByteOffset, (int)finding.Location.ByteOffset + finding.Location.ByteLength, finding.Detector.Id));
        return new McpResult(RedactedText.Of(bytes, 0, bytes.Length, spans), new JsonObject { ["replaced"] = findings.Count });
    }
}
