using System.Text.Json.Nodes;

namespace Stanch.Cli.Mcp;

/// <summary>A tool that a model may call.</summary>
internal interface IMcpTool
{
    string Name { get; }

    /// <summary>What the model reads to decide when to call it.</summary>
    string Description { get; }

    /// <summary>JSON schema of its arguments.</summary>
    JsonObject InputSchema { get; }

    /// <exception cref="CommandLine.UsageException">The arguments ask for what cannot be; the message goes to the model.</exception>
    McpResult Call(McpArguments arguments, Invocation here);
}
