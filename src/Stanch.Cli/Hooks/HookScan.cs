using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Cli.Terminals;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Hooks;

/// <summary>Runs a scan for a hook: whatever goes wrong is an answer, since a policy decides what it means.</summary>
internal static class HookScan
{
    private const int MostNotRead = 3;

    public static HookResult Run(Func<ScanSettings?> settings, Invocation here)
    {
        try
        {
            return settings() is { } wanted ? Run(wanted, here) : HookResult.Clean;
        }
        catch (Exception e) when (e is UsageException or ConfigurationException or SourceException)
        {
            return HookResult.Failed(ExitCode.Usage, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HookResult.Failed(ExitCode.Incomplete, e.Message);
        }
        catch (Exception e)
        {
            return HookResult.Failed(CrashMessage.Write(here, e), "it failed itself");
        }
    }

    private static HookResult Run(ScanSettings settings, Invocation here)
    {
        using var stop = new Interruption();
        var plan = ScanPlan.From(settings, here);
        var report = ScanRun.Run(plan, here, stop);
        var result = new HookResult((ExitCode)report.ExitCode, [.. report.Findings.Where(finding => finding.Blocking)])
        {
            Remarks = report.Coverage.Remarks,
            NotRead = [.. NotRead(report.Coverage)],
        };
        if (result.Code == ExitCode.Blocking) return result;
        if (plan.Project.Configuration.Problems is { Count: > 0 } problems) return HookResult.Failed(ExitCode.Usage, new ConfigurationException(problems).Message);
        if (stop.Reason is { } reason) return HookResult.Failed(ExitCode.Incomplete, $"the scan was stopped before its end: {reason}");
        return result.Code == ExitCode.Incomplete ? result with { Error = $"not all could be read: {string.Join("; ", result.NotRead)}" } : result;
    }

    private static IEnumerable<string> NotRead(Coverage coverage)
    {
        var failed = coverage.Gaps.Where(gap => gap.IsFailure).ToList();
        foreach (var gap in failed.Take(MostNotRead)) yield return $"{Shown.Text(gap.Path)}: {gap.Detail}";
        if (failed.Count > MostNotRead) yield return $"and {failed.Count - MostNotRead} more";
    }
}
