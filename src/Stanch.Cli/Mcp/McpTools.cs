namespace Stanch.Cli.Mcp;

/// <summary>Every tool. A test fails for one that is missing here.</summary>
internal static class McpTools
{
    public static IReadOnlyList<IMcpTool> All { get; } = [new ScanTextTool(), new ScanFilesTool(), new RedactTextTool(), new ListDetectorsTool(), new ExplainTool(), new GuideTool()];
}
