using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection;

namespace Stanch.Cli.Projects;

/// <summary>Looks up what stands at a place that a report named: in the file as it is, else in the history.</summary>
internal static class FindingsAtPlace
{
    /// <summary>The findings, their paths relative to the root.</summary>
    /// <exception cref="UsageException">Nothing is found there.</exception>
    public static IReadOnlyList<Finding> Find(PlaceArgument place, ScanRoot root, ScanSettings settings, Invocation here, Interruption stop)
    {
        var path = PathOf(place, root, here);
        settings = settings with { NoBaseline = true };
        var inFile = File.Exists(Path.Combine(root.Folder, path)) ? At(ProjectScan.Run(root, settings, [path], history: false, here, stop), path, place) : [];
        if (inFile.Count > 0) return inFile;
        var inHistory = root.Repository is null ? [] : At(ProjectScan.Run(root, settings, [], history: true, here, stop), path, place);
        return inHistory.Count > 0 ? inHistory : throw new UsageException($"nothing is found at {place.Path}:{place.Line}; 'stanch explain {place.Path}:{place.Line}' says why");
    }

    // As it was typed from the current folder or, as reports of a history name it, from the root.
    private static string PathOf(PlaceArgument place, ScanRoot root, Invocation here)
    {
        var fromHere = root.Relative(place.Path, here.WorkingDirectory);
        return Path.Exists(Path.Combine(root.Folder, fromHere)) ? fromHere : place.Path;
    }

    private static List<Finding> At(ProjectFindings found, string path, PlaceArgument place) =>
    [
        .. found.Findings.Where(finding => finding.Provenance.Path == path
            && finding.Location.Line <= place.Line && finding.Location.EndLine >= place.Line
            && (place.Column is null || finding.Location.Column == place.Column)),
    ];
}
