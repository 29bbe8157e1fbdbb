using System.Globalization;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Cli.Terminals;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Projects;

/// <summary>Adds, lists and removes the ignores of a project's configuration.</summary>
internal static class IgnoreWork
{
    public static ExitCode Add(IgnoreRequest request, ScanSettings settings, Invocation here, Interruption stop)
    {
        var today = DateOnly.FromDateTime(here.Time.GetUtcNow().UtcDateTime);
        if (request.Expires < today) throw new UsageException($"--expires {request.Expires.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is past: the ignore would never hold. Give its last day");
        var root = RootOf(request.Place, here);
        var project = Project.Open(root, config: null, noConfig: false, here);
        var document = ConfigurationDocument.Of(root);
        IReadOnlyList<NewIgnore> ignores = request.Place is { } place && !IsFile(request.What!, here)
            ? AtPlace(request, FindingsAtPlace.Find(place, root, settings, here, stop), ProjectKey.FingerprinterOf(project, document, keyFile: null, here))
            : [request.Direct(project, here)];
        var known = ignores.Select(ignore => Same(ignore, project, today)).ToList();
        var fresh = ignores.Where((_, index) => known[index] is null).ToList();
        foreach (var ignore in fresh) document.Edit((name, text) => ConfigurationEditor.AddIgnore(name, text, ignore));
        document.Save(here);
        using var output = here.Terminal.OutputText();
        foreach (var ignore in fresh) output.WriteLine($"{document.Name}: ignores {Describe(ignore)}");
        foreach (var rule in known.OfType<IgnoreRule>()) output.WriteLine($"{rule.Origin}: ignores {Describe(rule)} already; 'stanch ignore remove {rule.Origin}' takes it away, to decide anew");
        if (fresh.Count > 0 && request.Reason is null) here.Terminal.Error.WriteLine("stanch: no reason was given; --reason says why to the next reader");
        return ExitCode.Clean;
    }

    public static ExitCode List(Invocation here)
    {
        var project = Project.Open(ScanRoot.Of(here.WorkingDirectory), config: null, noConfig: false, here);
        var shown = ConfigurationListing.Of(project.Configuration, DateOnly.FromDateTime(here.Time.GetUtcNow().UtcDateTime)).Where(setting => setting.Key == "ignore").ToList();
        using var output = here.Terminal.OutputText();
        var number = 0;
        foreach (var ignore in shown) output.WriteLine($"{(ignore.Origin.Layer == ConfigurationLayer.Project ? $"{++number}." : "-")}  {Shown.Text(ignore.Origin.ToString())}  {Shown.Text(ignore.Value)}{(ignore.Remark is null ? "" : $"  ({ignore.Remark})")}");
        if (shown.Count == 0) output.WriteLine("Nothing is ignored here.");
        return ExitCode.Clean;
    }

    public static ExitCode Remove(string what, ScanSettings settings, Invocation here, Interruption stop)
    {
        var place = PlaceArgument.TryParse(what);
        var root = RootOf(place, here);
        var project = Project.Open(root, config: null, noConfig: false, here);
        var own = project.Configuration.Ignores.Where(rule => rule.Origin.Layer == ConfigurationLayer.Project).ToList();
        var chosen = Choose(what, place, own, project, settings, here, stop);
        if (chosen.Count == 0) throw new UsageException($"no ignore in {ConfigurationSources.FileName} is for '{what}': 'stanch ignore list' shows them");
        var document = ConfigurationDocument.Of(root);
        foreach (var rule in chosen.OrderByDescending(rule => rule.Origin.Position!.Value.Line).ThenByDescending(rule => rule.Origin.Position!.Value.Column))
            document.Edit((name, text) => ConfigurationEditor.RemoveIgnore(name, text!, rule.Origin.Position!.Value));
        document.Save(here);
        using var output = here.Terminal.OutputText();
        foreach (var rule in chosen) output.WriteLine($"{rule.Origin}: removed the ignore of {Describe(rule)}");
        return ExitCode.Clean;
    }

    private static List<IgnoreRule> Choose(string what, PlaceArgument? place, List<IgnoreRule> own, Project project, ScanSettings settings, Invocation here, Interruption stop)
    {
        if (int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number >= 1 && number <= own.Count ? [own[number - 1]] : [];
        if (place is null) return own.FindAll(rule => rule.Fingerprint == what || rule.Path?.Text == what || rule.Detector?.Text == what || (rule.Path is not null && rule.Path.Text.Trim('/') == what.Trim('/')));
        if (Path.GetFileName(place.Path) == ConfigurationSources.FileName) return own.FindAll(rule => rule.Origin.Position!.Value.Line == place.Line);
        if (project.Configuration.FingerprintKey is not { Value: var key }) return [];
        var fingerprinter = new Fingerprinter(key);
        var findings = FindingsAtPlace.Find(place, project.Root!, settings, here, stop);
        return own.FindAll(rule => rule.Fingerprint is { } print && findings.Any(finding => fingerprinter.Matches(finding, print) && (rule.Path is null || rule.Path.Covers(finding.Provenance.Path))));
    }

    private static IgnoreRule? Same(NewIgnore ignore, Project project, DateOnly today) => project.Configuration.Ignores.FirstOrDefault(rule =>
        rule.Origin.Layer == ConfigurationLayer.Project && !rule.IsExpired(today) && rule.Pattern is null
        && (rule.Path?.Text, rule.Fingerprint, rule.Detector?.Text) == (ignore.Path, ignore.Fingerprint, ignore.Detector));

    // The secret in its file: elsewhere it would be a new leak.
    private static List<NewIgnore> AtPlace(IgnoreRequest request, IReadOnlyList<Finding> findings, Fingerprinter fingerprinter) =>
    [
        .. findings.Where(finding => request.Detector is null || finding.Detector.Id == request.Detector).Select(finding => new NewIgnore
        {
            Fingerprint = fingerprinter.Of(finding),
            Path = request.Path ?? PathGlob.Of(finding.Provenance.Path),
            Detector = request.Detector,
            Reason = request.Reason,
            Owner = request.Owner,
            Expires = request.Expires,
        }).Distinct(),
    ];

    private static ScanRoot RootOf(PlaceArgument? place, Invocation here) =>
        place is not null && File.Exists(Path.GetFullPath(place.Path, here.WorkingDirectory)) ? ScanRoot.Of([place.Path], here.WorkingDirectory) : ScanRoot.Of(here.WorkingDirectory);

    private static bool IsFile(string text, Invocation here) => File.Exists(Path.GetFullPath(text, here.WorkingDirectory));

    private static string Describe(NewIgnore ignore) => Describe(ignore.Path, ignore.Fingerprint, ignore.Detector);

    private static string Describe(IgnoreRule rule) => Describe(rule.Path?.Text, rule.Fingerprint, rule.Detector?.Text);

    private static string Describe(string? path, string? fingerprint, string? detector) =>
        string.Join(", ", new[] { ("path", path), ("fingerprint", fingerprint), ("detector", detector) }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1} {Shown.Text(part.Item2!)}"));
}
