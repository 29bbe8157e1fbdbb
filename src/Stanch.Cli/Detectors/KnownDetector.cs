using Stanch.Catalogue;
using Stanch.Catalogue.Format;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection;

namespace Stanch.Cli.Detectors;

/// <summary>Finds a detector by its id, and the way out that is known for it.</summary>
internal static class KnownDetector
{
    /// <exception cref="UsageException">None has that id; the message names the nearest.</exception>
    public static (Detector Detector, Guide? Guide) Get(string id, Invocation here)
    {
        // The configuration is opened only for what is not built in.
        if (BuiltInCatalogue.Detectors.FirstOrDefault(detector => detector.Id == id) is { } builtIn) return (builtIn, BuiltInCatalogue.Guide(id));
        var project = Project.Open(ScanRoot.Of(here.WorkingDirectory), config: null, noConfig: false, here);
        var own = project.AllDetectors.FirstOrDefault(detector => detector.Id == id) ?? throw Unknown(id, project.AllDetectors);
        var entries = project.Configuration.CustomDetectors.SelectMany(source => CustomDetectorLoader.Parse(source).Entries);
        return (own, entries.FirstOrDefault(entry => entry.Id == id)?.Guide);
    }

    public static UsageException Unknown(string id, IReadOnlyList<Detector> all)
    {
        var hint = NearestName.Of(id, all.Select(detector => detector.Id)) is { } near ? $"did you mean '{near}'?" : "'stanch detectors list' lists them";
        return new UsageException($"no detector is called '{id}'; {hint}");
    }
}
