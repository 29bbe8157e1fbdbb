using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;

namespace Stanch.Cli.Mcp;

/// <summary>Looks for secrets in files and folders below the folder that the server was started in.</summary>
internal sealed class ScanFilesTool : IMcpTool
{
    public string Name => "scan_files";

    public string Description => "Find secrets in files and folders of this project. Tells kind, place and how sure it is; never a value.";

    public JsonObject InputSchema => McpSchema.Of(["paths"], ("paths", McpSchema.Texts("Files and folders, relative to the project.")));

    public McpResult Call(McpArguments arguments, Invocation here)
    {
        using var stop = new Interruption();
        var paths = arguments.Texts("paths").Select(path => McpPath.Below(path, here)).ToList();
        var report = ScanRun.Run(ScanPlan.From(new ScanSettings { Source = ScanSources.Default, Targets = paths, Quiet = true }, here), here, stop);
        return McpFindings.Of(report.Findings, report.Coverage.Gaps);
    }
}
