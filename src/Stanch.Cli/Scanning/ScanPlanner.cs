using System.Globalization;
using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Detection.Paths;
using Stanch.Policy;
using Stanch.Reporting;
using Stanch.Sources.Git;

namespace Stanch.Cli.Scanning;

/// <summary>Makes a plan of what was typed.</summary>
internal sealed class ScanPlanner(ScanSettings settings, Invocation here)
{
    // Each is a thread with buffers of its own: thousands of them only wait for one another.
    private const int MostJobs = 256;
    private const string StandardInputName = "-";

    private bool IsFiles => settings.Source == ScanSources.Default;

    public ScanPlan Plan()
    {
        var reports = ReportRequest.ParseAll(settings.Reports);
        RefuseMissing(reports);
        RefuseMissing(settings.Targets);
        var project = Project.Open(Root(), settings.Config, settings.NoConfig, here, settings.ReadDecisions);
        var jobs = Jobs();
        return new ScanPlan
        {
            Source = settings.Source,
            Requests = [.. new RequestPlanner(settings, here, project, jobs, Excluded(), reports).Requests()],
            Project = project,
            Detectors = DetectorChoice.From(settings.Detectors, project),
            Baseline = BaselineChoice.From(settings.Baseline, settings.NoBaseline, project, here),
            Policy = Policy(project, reports, jobs),
            Reports = reports,
            ReportOptions = Options(),
            Target = Target(),
            MaxTime = MaxTime(project),
            LeavesHistory = IsFiles && (settings.Targets.Count == 0 || settings.Targets.Any(target => Directory.Exists(FullPath(target)))),
            Quiet = settings.Quiet,
            ForceProgress = settings.Progress,
        };
    }

    private string FullPath(string target) => Path.GetFullPath(target, here.WorkingDirectory);

    private int Jobs()
    {
        if (settings.Jobs is null) return Environment.ProcessorCount;
        if (!int.TryParse(settings.Jobs, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var jobs)) throw new UsageException($"--jobs must be a number, not '{settings.Jobs}'");
        return jobs is >= 1 and <= MostJobs ? jobs : throw new UsageException($"--jobs must be from 1 to {MostJobs}, not {jobs}");
    }

    private ScanRoot? Root()
    {
        if (IsFiles) return ScanRoot.Of([.. settings.Targets.Where(target => target != StandardInputName)], here.WorkingDirectory);
        var target = settings.Targets.Count == 0 ? here.WorkingDirectory : FullPath(settings.Targets[0]);
        // What is no directory is an address to fetch from: nothing of its own is obeyed. The source says if it is neither.
        return Directory.Exists(target) ? ScanRoot.Of(target) : null;
    }

    private void RefuseMissing(IReadOnlyList<string> targets)
    {
        if (!IsFiles) return;
        foreach (var target in targets.Where(target => target != StandardInputName && !Path.Exists(FullPath(target))))
            throw new UsageException($"no such file or folder: '{target}'. Name an existing path, '-' for standard input, or nothing for the current folder.");
    }

    private void RefuseMissing(IReadOnlyList<ReportRequest> reports)
    {
        foreach (var file in reports.Select(report => report.File).OfType<string>())
        {
            var folder = Path.GetDirectoryName(FullPath(file))!;
            if (!Directory.Exists(folder)) throw new UsageException($"--report names '{file}', but there is no folder '{folder}': make it first");
        }
    }

    private IgnoreScope Excluded()
    {
        var globs = settings.Exclude.Select(Glob.Parse).ToList();
        if (globs.Find(glob => glob.Flaw is not null) is { } flawed) throw new UsageException($"--exclude '{flawed.Text}' can never match: {flawed.Flaw}");
        return IgnoreScope.None.Enter("", IgnoreFile.Of(globs));
    }

    private PolicyOptions Policy(Project project, IReadOnlyList<ReportRequest> reports, int jobs) => new()
    {
        NeverBlocks = settings.FailOn == Words.Never,
        FailOn = settings.FailOn is null or Words.Never ? null : Words.Parse<Evidence>("--fail-on", settings.FailOn, Words.Never),
        MinSeverity = Words.Parse<Severity>("--min-severity", settings.MinSeverity),
        Incomplete = Words.Parse<IncompleteMode>("--incomplete", settings.Incomplete),
        // Where decisions are read from elsewhere, what is scanned may not excuse itself.
        ObeyInlineIgnores = settings.ReadDecisions is null,
        WantFingerprints = reports.Any(report => report.Format.UsesFingerprints),
        RelativeToRoot = IsFiles ? project.RelativeToRoot(here.WorkingDirectory) : path => path,
        Jobs = jobs,
    };

    private ReportOptions Options() => new()
    {
        ShowSecrets = settings.ShowSecrets,
        IncludeIgnored = settings.IncludeIgnored,
        Colour = here.Terminal.OutputIsTerminal && !here.IsPlain && !settings.NoColour,
        Width = here.Terminal.OutputIsTerminal ? here.Terminal.Width : ReportOptions.Default.Width,
    };

    private TimeSpan? MaxTime(Project project)
    {
        if (settings.MaxTime is null) return project.Configuration.MaxTime?.Value;
        return DurationText.TryParse(settings.MaxTime, out var time) ? time : throw new UsageException($"--max-time must be a time such as 90s, 10m or 1h30m, not '{settings.MaxTime}'");
    }

    private string Target() =>
        settings.Targets.Count == 0 ? "." : string.Join(", ", settings.Targets.Select(target => target == StandardInputName ? "<stdin>" : RemoteAddress.WithoutCredentials(target)));
}
