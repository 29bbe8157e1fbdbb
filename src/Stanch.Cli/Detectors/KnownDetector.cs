using Stanch.Catalogue;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection;

namespace Stanch.Cli.Detectors;

/// <summary>Finds a detector by its id.</summary>
internal static class KnownDetector
{
    /// <exception cref="UsageException">None has that id; the message names the nearest.</exception>
    public static Detector Get(string id, Invocation here)
    {
        // The configuration is opened only for what is not built in.
        if (Find(BuiltInCatalogue.Detectors, id) is { } builtIn) return builtIn;
        var all = Project.Open(ScanRoot.Of(here.WorkingDirectory), config: null, noConfig: false, here).AllDetectors;
        if (Find(all, id) is { } own) return own;
        var hint = NearestName.Of(id, all.Select(detector => detector.Id)) is { } near ? $"did you mean '{near}'?" : "'stanch detectors list' lists them";
        throw new UsageException($"no detector is called '{id}'; {hint}");
    }

    private static Detector? Find(IReadOnlyList<Detector> detectors, string id) => detectors.FirstOrDefault(detector => detector.Id == id);
}
