using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Detection.Paths;

namespace Stanch.Cli.Scanning;

/// <summary>What <c>--detectors</c> says: those that are named, or all; less those with a dash before them.</summary>
internal static class DetectorChoice
{
    /// <exception cref="UsageException">A name fits no detector, or none is left.</exception>
    public static IReadOnlyList<Detector> From(IReadOnlyList<string> given, Project project)
    {
        var words = given.SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        var wanted = words.Where(word => !word.StartsWith('-')).Select(word => Parse(word, project)).ToList();
        var unwanted = words.Where(word => word.StartsWith('-')).Select(word => Parse(word[1..], project)).ToList();
        var isAll = wanted.Count == 0 && unwanted.Count == 0 && project.Configuration.Files.Count == 0;
        var chosen = isAll ? project.AllDetectors : [.. project.AllDetectors.Where(detector =>
            (wanted.Count == 0 || wanted.Exists(glob => Fits(glob, detector)))
            && !unwanted.Exists(glob => Fits(glob, detector))
            && project.Configuration.IsEnabled(detector.Id).Value)];
        return chosen.Count > 0 ? chosen : throw new UsageException("no detector is left to look with: see --detectors, and 'stanch config show'");
    }

    private static Glob Parse(string word, Project project)
    {
        var glob = Glob.Parse(word);
        if (glob.Flaw is null && project.AllDetectors.Any(detector => Fits(glob, detector))) return glob;
        var hint = NearestName.Of(word, project.AllDetectors.Select(detector => detector.Id)) is { } near ? $"did you mean '{near}'?" : "'stanch detectors list' lists them";
        throw new UsageException($"no detector is called '{word}'; {hint}");
    }

    private static bool Fits(Glob glob, Detector detector) => glob.Matches(detector.Id, isFolder: false);
}
