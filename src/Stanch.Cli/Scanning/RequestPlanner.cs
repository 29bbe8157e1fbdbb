using Stanch.Cli.CommandLine;
using Stanch.Cli.Terminals;
using Stanch.Detection;
using Stanch.Detection.Paths;
using Stanch.Reporting;

namespace Stanch.Cli.Scanning;

/// <summary>
/// Makes the requests to a source. What <c>--exclude</c> names are paths as reports show them; what the configuration names are paths relative to its
/// root. A folder that the user names is read even where the configuration leaves it out.
/// </summary>
internal sealed class RequestPlanner(ScanSettings settings, Invocation here, Project project, int jobs, IgnoreScope excluded, IReadOnlyList<ReportRequest> reports)
{
    public IEnumerable<SourceRequest> Requests()
    {
        if (settings.Source != ScanSources.Default)
        {
            yield return Make(settings.Targets, path => excluded.Covers(path) || project.Configuration.Excludes(path));
            yield break;
        }

        var together = new List<string>();
        foreach (var target in (settings.Targets.Count == 0 ? ["."] : settings.Targets).Distinct())
        {
            if (!Directory.Exists(Path.GetFullPath(target, here.WorkingDirectory)))
            {
                together.Add(target);
                continue;
            }

            if (together.Count > 0) yield return Make([.. together], _ => false);
            together.Clear();
            yield return Make([target], ExcludesBelow(target));
        }

        if (together.Count > 0) yield return Make(together, _ => false);
    }

    private SourceRequest Make(IReadOnlyList<string> targets, Func<string, bool> excludes) => new(targets, jobs)
    {
        Options = settings.SourceOptions,
        Excludes = excludes,
        WorkingDirectory = here.WorkingDirectory,
        OpenStandardInput = StandardInput.Open,
    };

    private Func<string, bool> ExcludesBelow(string folder)
    {
        var full = Path.GetFullPath(folder, here.WorkingDirectory);
        var own = reports.Select(report => report.File).OfType<string>().Select(file => Path.GetFullPath(file, here.WorkingDirectory)).ToHashSet(StringComparer.Ordinal);
        var shown = Prefix(folder is "." or "./" ? "" : folder.StartsWith("./", StringComparison.Ordinal) ? folder[2..] : folder);
        var fromRoot = Prefix(project.RelativeToRoot(here.WorkingDirectory)(folder));
        var isConfigured = project.Configuration.Files.Count > 0 || project.Root is not null;
        if (fromRoot.Length > 0 && project.Configuration.Excludes(fromRoot)) isConfigured = false;
        return path => excluded.Covers(shown + path)
            || (isConfigured && project.Configuration.Excludes(fromRoot + path))
            || (own.Count > 0 && own.Contains(Path.Join(full, path)));
    }

    private static string Prefix(string folder) => folder.Length == 0 ? "" : folder.TrimEnd('/') + "/";
}
