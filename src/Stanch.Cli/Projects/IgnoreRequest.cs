using System.Globalization;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection.Paths;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Projects;

/// <summary>What a person wants to be let be.</summary>
/// <param name="What">A place, a fingerprint, a detector or a path; null where the options say it all.</param>
/// <param name="Path">A glob that narrows it.</param>
/// <param name="Detector">A detector, or a glob of some, that narrows it.</param>
internal sealed record IgnoreRequest(string? What, string? Path, string? Detector)
{
    public string? Reason { get; init; }
    public string? Owner { get; init; }
    public DateOnly? Expires { get; init; }

    /// <summary>The place of a finding that is meant; null where it is something else.</summary>
    public PlaceArgument? Place => What is null ? null : PlaceArgument.TryParse(What);

    /// <exception cref="UsageException">The text is no day.</exception>
    public static DateOnly? ParseDay(string? text)
    {
        if (text is null) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new UsageException($"--expires must be a day written as 2027-01-31, not '{text}'");
    }

    /// <summary>The ignore to write, where no finding has to be looked up for it.</summary>
    /// <param name="project">Knows the detectors.</param>
    /// <param name="here">What a path is relative to.</param>
    /// <exception cref="UsageException">It would cover everything, or names what there is not.</exception>
    public NewIgnore Direct(Project project, Invocation here)
    {
        var ignore = new NewIgnore { Path = Path, Detector = Detector, Reason = Reason, Owner = Owner, Expires = Expires };
        if (What is not null)
        {
            if (Fingerprinter.IsWellFormed(What)) ignore = ignore with { Fingerprint = What };
            else if (Names(What, project)) ignore = ignore with { Detector = Detector is null ? What : throw new UsageException($"'{What}' and --detector name detectors twice: choose one") };
            else ignore = ignore with { Path = Path is null ? GlobOf(What, project, here) : throw new UsageException($"'{What}' and --path name paths twice: choose one") };
        }

        if (ignore is { Path: null, Detector: null, Fingerprint: null }) throw new UsageException("say what to ignore: FILE:LINE of a finding, a fingerprint, a path or glob, or a detector's id");
        if (ignore.Detector is { } detector && !Names(detector, project)) throw new UsageException($"no detector is called '{detector}'; {Near(detector, project)}");
        return ignore;
    }

    private static bool Names(string text, Project project)
    {
        if (text.Contains('/') || text.Contains('.')) return false;
        var glob = Glob.Parse(text);
        return text.Any(char.IsAsciiLetter) && glob.Flaw is null && project.AllDetectors.Any(known => glob.Matches(known.Id, isFolder: false));
    }

    private static string Near(string text, Project project) =>
        NearestName.Of(text, project.AllDetectors.Select(known => known.Id)) is { } near ? $"did you mean '{near}'?" : "'stanch detectors list' lists them";

    // A path that is there is meant as it is seen from here; anything else is a glob from the root.
    private static string GlobOf(string text, Project project, Invocation here)
    {
        var full = System.IO.Path.GetFullPath(text, here.WorkingDirectory);
        if (System.IO.Path.Exists(full)) return PathGlob.Of(project.Root!.Relative(text, here.WorkingDirectory), Directory.Exists(full));
        if (text.AsSpan().ContainsAny("*?[") || text.EndsWith('/')) return text;
        throw new UsageException($"'{text}' is no file or folder here, no detector and no fingerprint; {Near(text, project)}");
    }
}
