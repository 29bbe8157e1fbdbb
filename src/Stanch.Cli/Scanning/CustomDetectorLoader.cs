using Stanch.Catalogue;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Scanning;

/// <summary>Makes detectors of what configurations bring. One that comes with the scanned tree may only detect; here none may do more.</summary>
internal static class CustomDetectorLoader
{
    /// <exception cref="ConfigurationException">An entry is wrong, or two have the same id.</exception>
    public static IReadOnlyList<Detector> Load(IReadOnlyList<CustomDetectorSource> sources)
    {
        var detectors = new List<Detector>();
        var problems = new List<ConfigurationProblem>();
        var known = new Dictionary<string, CustomDetectorSource>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var file = Parse(source);
            problems.AddRange(file.Errors.Select(error => new ConfigurationProblem(new SourcePosition(error.File, error.Line, error.Column), error.Message)));
            foreach (var detector in file.Detectors)
            {
                if (known.TryAdd(detector.Id, source)) detectors.Add(detector);
                else problems.Add(new ConfigurationProblem(PlaceOf(source), $"the detector '{detector.Id}' stands in {known[detector.Id].File} too: rename one of them"));
            }
        }

        return problems.Count == 0 ? detectors : throw new ConfigurationException(problems);
    }

    /// <summary>Reads one source by itself.</summary>
    public static CustomDetectorFile Parse(CustomDetectorSource source) => CustomDetectors.Parse(TextOf(source), source.File, source.FirstLine);

    // An entry keeps its indentation, so that columns are those of the file; a dash before it makes it a list of one.
    private static string TextOf(CustomDetectorSource source)
    {
        var indent = source.Yaml.Length - source.Yaml.TrimStart(' ').Length;
        return !source.IsEntry ? source.Yaml : indent < 2 ? $"- {source.Yaml}" : $"{source.Yaml[..(indent - 2)]}- {source.Yaml[indent..]}";
    }

    private static SourcePosition PlaceOf(CustomDetectorSource source) => source.Origin.Position ?? new SourcePosition(source.File, 1, 1);
}
