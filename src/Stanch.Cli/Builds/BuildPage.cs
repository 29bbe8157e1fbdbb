using System.Globalization;
using System.Text;
using Stanch.Platforms.Builds;

namespace Stanch.Cli.Builds;

/// <summary>What was found out about a build, as people read it.</summary>
internal sealed class BuildPage(CiPlan plan, BaseDecisions trust, IReadOnlyList<string> brought)
{
    private const int MostBrought = 20;

    /// <summary>"GitHub Actions, pull request 7 into main: 3 commits (what origin/main does not have)".</summary>
    public string Summary => $"{plan.SystemName}, {What()}: {Scanned()}";

    /// <summary>Whose decisions were obeyed, and what the change would alter in them.</summary>
    public IReadOnlyList<string> TrustRemarks => brought.Count == 0 ? [] :
    [
        $"this change would alter what is decided about findings; not obeyed here ({Obeyed()}):",
        .. brought.Take(MostBrought).Select(line => "it " + line),
        .. brought.Count > MostBrought ? [$"and {brought.Count - MostBrought} more such changes"] : Array.Empty<string>(),
    ];

    public string Explanation(CiSettings settings)
    {
        var page = new StringBuilder();
        Row("System", plan.SystemName);
        Row("Build", What());
        Row("Checked out", string.Join(", ", plan.Range.Heads));
        Row("Scans", Scanned());
        Row("Range", plan.Range.Words);
        Row("Clone", plan.Repository.IsShallow ? "shallow, but holds all of these commits" : "whole");
        Row("Decisions", Obeyed());
        Row("Reports", string.Join("; ", Reports(settings)));
        foreach (var remark in plan.Range.Remarks) Row("Remark", remark);
        foreach (var line in brought) Row("Not obeyed", $"the change {line}");
        return page.ToString();

        void Row(string name, string value) => page.Append(name.PadRight(13)).Append(value).Append('\n');
    }

    private string Obeyed() =>
        trust.IsOfChange ? "those of what is checked out"
        : plan.Range.Base is { } commit ? $"those of {commit[..12]}{(commit.StartsWith(plan.Range.BaseName ?? "", StringComparison.Ordinal) ? "" : $", {plan.Range.BaseName}")}"
        : "none of the repository: no commit came before";

    private string What()
    {
        var build = plan.Build;
        return build.Event switch
        {
            BuildEvent.PullRequest => $"pull request{Spaced(build.Number)}{(build.Target is null ? "" : $" into {build.Target}")}",
            BuildEvent.MergeQueue => $"merge queue{(build.Target is null ? "" : $" of {build.Target}")}",
            BuildEvent.Tag => $"tag{Spaced(build.Tag)}",
            BuildEvent.Schedule => $"schedule{(build.Branch is null ? "" : $" on {build.Branch}")}",
            BuildEvent.Manual => $"started by hand or by a program{(build.Branch is null ? "" : $" on {build.Branch}")}",
            _ => $"push{(build.Branch is null ? "" : $" to {build.Branch}")}",
        };
    }

    private string Scanned()
    {
        var count = plan.Range.Commits.Count;
        return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "commit" : "commits")} ({plan.Range.Why})");
    }

    private IEnumerable<string> Reports(CiSettings settings)
    {
        if (settings.Scan.Reports.Count > 0) yield return string.Join(", ", settings.Scan.Reports);
        else yield return "text to standard output";
        if (settings.IsPlain || plan.System is not { } system) yield break;
        foreach (var report in system.Reports(plan.Variables))
        {
            yield return report switch
            {
                NativeReport.Log log => $"{log.Format} annotations in the log",
                NativeReport.File file => $"{file.Format} in {file.Path}",
                NativeReport.Program program => $"{program.Format} by {program.Name}",
                _ => report.Format,
            };
        }
    }

    private static string Spaced(string? text) => text is null ? "" : " " + text;
}
