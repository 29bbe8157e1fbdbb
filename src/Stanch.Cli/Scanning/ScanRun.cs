using Stanch.Catalogue;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Terminals;
using Stanch.Detection;
using Stanch.Detection.Scanning;
using Stanch.Policy;
using Stanch.Reporting;

namespace Stanch.Cli.Scanning;

/// <summary>Runs a plan.</summary>
internal static class ScanRun
{
    /// <summary>Scans, judges and writes the reports.</summary>
    public static ExitCode Report(ScanPlan plan, Invocation here, Interruption stop)
    {
        var report = Run(plan, here, stop);
        ReportWriter.Write(report, plan.Reports, plan.ReportOptions, here.Terminal.Output);
        SayProblems(plan, here);
        return (ExitCode)report.ExitCode;
    }

    /// <summary>Scans and judges.</summary>
    public static ScanReport Run(ScanPlan plan, Invocation here, Interruption stop)
    {
        var started = here.Time.GetUtcNow();
        var catalogue = CatalogueHash.Of(plan.Detectors);
        var session = new ScanSession(new Scanner(plan.Detectors, BuiltInCatalogue.Keywords) { Decodes = plan.Project.Configuration.Decode.Value }, stop.Token) { Catalogue = catalogue };
        if (plan.MaxTime is { } time) stop.StopAfter(time, here.Time);
        using (var history = HistoryRemark.Start(plan, stop.Token))
        {
            using (ProgressLine.Start(plan, here, () => session.Progress)) Walk(plan, session, stop);
            history.AddTo(session);
        }

        if (stop.Reason is { } reason)
            session.NotRead(new CoverageGap(plan.Target, stop.IsTimeLimit ? GapKind.Limit : GapKind.Interrupted, $"the scan was stopped before its end: {reason}"));
        var coverage = session.Coverage();
        var verdict = new PolicyEngine(plan.Project.Configuration, plan.Baseline, here.Time).Judge(session.Findings(), coverage, plan.Policy);
        return new ScanReport
        {
            Findings = plan.ReportOptions.ShowSecrets ? verdict.Findings : Surroundings.Hide(verdict.Findings, isSelective: plan.Detectors.Count < plan.Project.AllDetectors.Count),
            Coverage = coverage with { Remarks = [.. coverage.Remarks, .. verdict.Remarks] },
            Target = plan.Target,
            Detectors = plan.Detectors,
            Version = ProgramVersion.Text,
            Catalogue = catalogue,
            Started = started,
            Finished = here.Time.GetUtcNow(),
            Repository = plan.Project.Root?.Repository?.Info,
            ExitCode = (int)verdict.ExitCode,
        };
    }

    private static void Walk(ScanPlan plan, ScanSession session, Interruption stop)
    {
        foreach (var request in plan.Requests)
        {
            if (stop.Token.IsCancellationRequested) return;
            plan.Source.Walk(request with { OpenStandardInput = () => new InterruptibleStream(request.OpenStandardInput!(), stop.Token) }, session, stop.Token);
        }
    }

    // A sub-folder's configuration is met while its files are read; a broken one is not obeyed, and fails the scan.
    private static void SayProblems(ScanPlan plan, Invocation here)
    {
        foreach (var problem in plan.Project.Configuration.Problems) here.Terminal.Error.WriteLine($"stanch: {problem}");
    }
}
