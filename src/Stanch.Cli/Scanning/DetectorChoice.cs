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
        var ids = DetectorTable.IdsOf(project.AllDetectors);
        List<int> chosen = [.. Enumerable.Range(0, ids.Count).Where(number =>
            (wanted.Count == 0 || wanted.Exists(glob => Fits(glob, ids[number])))
            && !unwanted.Exists(glob => Fits(glob, ids[number]))
            && project.Configuration.IsEnabled(ids[number]).Value)];
        return chosen.Count == 0 ? throw new UsageException("no detector is left to look with: see --detectors, and 'stanch config show'")
            : chosen.Count == ids.Count ? project.AllDetectors
            : project.AllDetectors is DetectorTable table ? table.Only(chosen)
            : [.. chosen.Select(number => project.AllDetectors[number])];
    }

    private static Glob Parse(string word, Project project)
    {
        var glob = Glob.Parse(word);
        var ids = DetectorTable.IdsOf(project.AllDetectors);
        if (glob.Flaw is null && ids.Any(id => Fits(glob, id))) return glob;
        var hint = NearestName.Of(word, ids) is { } near ? $"did you mean '{near}'?" : "'stanch detectors list' lists them";
        throw new UsageException($"no detector is called '{word}'; {hint}");
    }

    private static bool Fits(Glob glob, string id) => glob.Matches(id, isFolder: false);
}
