using System.Text;
using System.Text.Json.Nodes;
using Stanch.Cli.Scanning;

namespace Stanch.Cli.Mcp;

/// <summary>Looks for secrets in a text.</summary>
internal sealed class ScanTextTool : IMcpTool
{
    public string Name => "scan_text";

    public string Description => "Find secrets (API keys, tokens, passwords, private keys) in a text before it is shown, stored, committed or sent. Tells kind, place and how sure it is; never a value.";

    public JsonObject InputSchema => McpSchema.Of(["text"], ("text", McpSchema.Text("The text.")), ("path", McpSchema.Text("The file that it is, or will be, in: its kind and the project's ignores count.")));

    public McpResult Call(McpArguments arguments, Invocation here)
    {
        var text = Encoding.UTF8.GetBytes(arguments.Text("text"));
        return McpFindings.Of(new TextScan(here.WorkingDirectory, here).Find(text, arguments.OptionalText("path") ?? "<text>"), []);
    }
}
