using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Platforms.Builds;
using Stanch.Policy;

namespace Stanch.Cli.Builds;

/// <summary>Finds out what the build brings, scans that, and shows it as the CI system does.</summary>
internal static class CiRun
{
    public static ExitCode Run(CiSettings settings, Invocation here, Interruption stop)
    {
        var plan = CiPlan.Make(settings, here);
        var trust = new BaseDecisions(plan, settings, here);
        trust.RefuseFilesOfTheTree();
        var brought = trust.Brought();
        var page = new BuildPage(plan, trust, brought);
        if (settings.Explain)
        {
            using var output = here.Terminal.OutputText();
            output.Write(LogCommand.Defuse(page.Explanation(settings), plan.LogCommands));
            return ExitCode.Clean;
        }

        if (!settings.Scan.Quiet) here.Terminal.Error.WriteLine(LogCommand.Defuse($"stanch: {page.Summary}", plan.LogCommands));
        return Scan(plan, settings.Scan with { ReadDecisions = trust.Read }, [.. plan.Range.Remarks, .. page.TrustRemarks], settings.IsPlain, here, stop);
    }

    private static ExitCode Scan(CiPlan plan, ScanSettings settings, IReadOnlyList<string> remarks, bool isPlain, Invocation here, Interruption stop)
    {
        var options = new Dictionary<string, string> { ["range"] = plan.Range.Words };
        var scan = ScanPlan.From(settings with { Targets = [plan.Repository.Root], SourceOptions = options }, here) with { Target = "what this build brings" };
        RefuseLinks(plan, scan, here);
        var report = ScanRun.Run(scan, here, stop);
        report = report with { Coverage = report.Coverage with { Remarks = [.. remarks, .. report.Coverage.Remarks] } };
        new BuildReports(plan, scan, isPlain, here).Write(report);
        foreach (var problem in scan.Project.Configuration.Problems) here.Terminal.Error.WriteLine($"stanch: {problem}");
        return (ExitCode)report.ExitCode;
    }

    private static void RefuseLinks(CiPlan plan, ScanPlan scan, Invocation here)
    {
        foreach (var file in scan.Reports.Select(request => request.File).OfType<string>())
        {
            if (ScannedLinks.On(plan.Repository.Root, Path.GetFullPath(file, here.WorkingDirectory)) is { } link)
                throw new UsageException($"--report names '{file}', but {link} is a link in what is scanned, which could lead anywhere: write the report outside of the repository");
        }
    }
}
