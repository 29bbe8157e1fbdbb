using System.Text;
using Stanch.Catalogue;
using Stanch.Cli.Scanning;
using Stanch.Policy;
using Stanch.Policy.Imports;

namespace Stanch.Cli.Projects;

/// <summary>Rules of another scanner as detectors in a file of their own, which the configuration names.</summary>
/// <param name="Sound">Those that the catalogue's format accepts.</param>
/// <param name="Refused">Those that it does not, and why.</param>
internal sealed record ImportedDetectors(IReadOnlyList<ImportedDetector> Sound, IReadOnlyList<NotCarriedOver> Refused)
{
    private const string FileName = ".stanch-detectors.yaml";

    public static ImportedDetectors Check(IReadOnlyList<ImportedDetector> detectors, Project project)
    {
        var sound = new List<ImportedDetector>();
        var refused = new List<NotCarriedOver>();
        foreach (var detector in detectors)
        {
            var problem = project.AllDetectors.Any(known => known.Id == detector.Id) ? "a detector of that name is here already" : ProblemOf(detector);
            if (problem is null) sound.Add(detector);
            else refused.Add(new NotCarriedOver($"rule {detector.Id}", problem));
        }

        return new ImportedDetectors(sound, refused);
    }

    public void AddTo(ScanRoot root, ConfigurationDocument document, ImportResult result)
    {
        if (Sound.Count == 0) return;
        var path = Path.Combine(root.Folder, FileName);
        var before = TextFiles.Read(path);
        result.Files.Add((path, before is null ? Write(Sound) : before.TrimEnd('\n') + "\n" + Items(Sound)));
        document.Edit((name, text) => ConfigurationEditor.AddDetectorFile(name, text, FileName));
        result.Count(FileName, Sound.Count, "rule as a detector", "rules as detectors");
    }

    private static string? ProblemOf(ImportedDetector detector) => CustomDetectors.Parse(Write([detector]), FileName).Errors is [var first, ..] ? first.Message : null;

    private static string Write(IReadOnlyList<ImportedDetector> detectors) => "detectors:\n" + Items(detectors);

    private static string Items(IReadOnlyList<ImportedDetector> detectors)
    {
        var text = new StringBuilder();
        foreach (var detector in detectors)
        {
            var lines = detector.Yaml.TrimEnd('\n').Split('\n');
            text.Append("  - ").AppendJoin("\n    ", lines).Append('\n');
        }

        return text.ToString();
    }
}
