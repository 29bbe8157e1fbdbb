using System.Text.Json.Nodes;

namespace Stanch.Cli.Mcp;

/// <summary>What a tool gives: for the model to read, and for programs.</summary>
internal sealed record McpResult(string Text, JsonObject? Structured = null);
