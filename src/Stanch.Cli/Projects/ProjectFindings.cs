using Stanch.Cli.Terminals;
using Stanch.Detection;

namespace Stanch.Cli.Projects;

/// <summary>What a scan of a project found, judged, and what it did not read.</summary>
internal sealed record ProjectFindings(IReadOnlyList<Finding> Findings, IReadOnlyList<CoverageGap> Gaps)
{
    private readonly Lazy<HashSet<string>> _notRead = new(() => Gaps.Select(gap => gap.Path.TrimEnd('/')).ToHashSet(StringComparer.Ordinal));

    public IReadOnlyList<CoverageGap> Failures => [.. Gaps.Where(gap => gap.IsFailure)];

    public bool WasStopped => Gaps.Any(gap => gap.Kind is GapKind.Interrupted);

    /// <summary>True for a path that was read, or is not there any more; false for one that lies where nothing was read.</summary>
    public bool WasRead(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (_notRead.Value.Contains(path[..end])) return false;
        }

        return true;
    }

    /// <summary>Says on standard error what could not be read.</summary>
    public void SayFailures(Invocation here)
    {
        foreach (var gap in Failures) here.Terminal.Error.WriteLine($"stanch: {Shown.Text(gap.Path)}: {Shown.Text(gap.Detail)}");
    }
}
