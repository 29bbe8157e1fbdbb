using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection;

namespace Stanch.Cli.Projects;

/// <summary>Looks up what stands at a place that a report named: in the file as it is, else in the history.</summary>
internal static class FindingsAtPlace
{
    /// <summary>The findings, their paths relative to the root.</summary>
    /// <exception cref="UsageException">Nothing is found there.</exception>
    public static IReadOnlyList<Finding> Find(PlaceArgument place, ScanRoot root, ScanSettings settings, Invocation here, Interruption stop) =>
        At(OfPath(place, root, settings, here, stop), place);

    /// <summary>All findings of the file that has some at the place: in the file as it is, else in its history.</summary>
    /// <exception cref="UsageException">Nothing is found there.</exception>
    public static IReadOnlyList<Finding> OfPath(PlaceArgument place, ScanRoot root, ScanSettings settings, Invocation here, Interruption stop)
    {
        var path = PathOf(place, root, here);
        settings = settings with { NoBaseline = true };
        var inFile = File.Exists(Path.Combine(root.Folder, path)) ? Of(ProjectScan.Run(root, settings, [path], history: false, here, stop), path) : [];
        if (At(inFile, place).Count > 0) return inFile;
        var inHistory = root.Repository is null ? [] : Of(ProjectScan.Run(root, settings, [], history: true, here, stop), path);
        return At(inHistory, place).Count > 0 ? inHistory : throw new UsageException($"nothing is found at {place.Path}:{place.Line}; 'stanch explain {place.Path}:{place.Line}' says why");
    }

    private static List<Finding> Of(ProjectFindings found, string path) => [.. found.Findings.Where(finding => finding.Provenance.Path == path)];

    // As it was typed from the current folder or, as reports of a history name it, from the root.
    private static string PathOf(PlaceArgument place, ScanRoot root, Invocation here)
    {
        var fromHere = root.Relative(place.Path, here.WorkingDirectory);
        return Path.Exists(Path.Combine(root.Folder, fromHere)) ? fromHere : place.Path;
    }

    /// <summary>Those of a file's findings that stand at a place.</summary>
    public static IReadOnlyList<Finding> At(IReadOnlyList<Finding> ofPath, PlaceArgument place) =>
    [
        .. ofPath.Where(finding => finding.Location.Line <= place.Line && finding.Location.EndLine >= place.Line
            && (place.Column is null || finding.Location.Column == place.Column)),
    ];
}
