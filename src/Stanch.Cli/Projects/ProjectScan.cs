using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Projects;

/// <summary>A scan of a project for a decision about it: its files, and its history where it has one. Paths are relative to its root.</summary>
internal static class ProjectScan
{
    /// <param name="root">The project.</param>
    /// <param name="settings">What else was typed; targets are replaced.</param>
    /// <param name="paths">What to read of its files, relative to the root; empty for all.</param>
    /// <param name="history">Whether its history is read too.</param>
    /// <param name="here">The run.</param>
    /// <param name="stop">Stops it.</param>
    public static ProjectFindings Run(ScanRoot root, ScanSettings settings, IReadOnlyList<string> paths, bool history, Invocation here, Interruption stop)
    {
        // Named from the root, so that every path of a finding is what configurations and baselines call it.
        var inRoot = here with { WorkingDirectory = root.Folder };
        var files = Scan(settings with { Source = ScanSources.Default, Targets = paths }, inRoot, stop);
        if (!history || root.Repository is not { Info.Head: not null }) return new ProjectFindings(files.Findings, files.Coverage.Gaps);
        var past = Scan(settings with { Source = ScanSources.History, Targets = [root.Folder] }, inRoot, stop);
        return new ProjectFindings([.. files.Findings, .. past.Findings], [.. files.Coverage.Gaps, .. past.Coverage.Gaps]);
    }

    private static ScanReport Scan(ScanSettings settings, Invocation here, Interruption stop)
    {
        var plan = ScanPlan.From(settings, here) with { LeavesHistory = false };
        var report = ScanRun.Run(plan, here, stop);
        return plan.Project.Configuration.Problems is { Count: > 0 } problems ? throw new ConfigurationException(problems) : report;
    }
}
