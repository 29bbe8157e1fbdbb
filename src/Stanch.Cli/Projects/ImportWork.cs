using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Policy;
using Stanch.Policy.Imports;

namespace Stanch.Cli.Projects;

/// <summary>Takes over another scanner's file: what it says of single findings is looked up among ours, the rest is written as it is.</summary>
internal sealed class ImportWork(Invocation here, Interruption stop)
{
    public ExitCode Run(IReadOnlyList<IForeignFormat> formats, string file, ScanSettings settings, bool? toBaseline, bool dryRun)
    {
        var text = TextFiles.Read(Path.GetFullPath(file, here.WorkingDirectory)) ?? throw new UsageException($"no such file: '{file}'");
        var scope = BaselineScope.Of([], filesOnly: false, here);
        var foreign = FormatOf(formats, file).Read(file, text, id => OwnDetector(id, scope.Project));
        if (toBaseline is { } isBaseline) foreign = foreign with { IsBaseline = isBaseline };
        var found = foreign.Identities.Count == 0 ? new ProjectFindings([], []) : ProjectScan.Run(scope.Root, settings with { NoBaseline = true }, [], history: true, here, stop);
        if (found.WasStopped) throw new UsageException("interrupted; nothing was written");
        var matching = ImportMatching.Of(foreign, found.Findings, path => path);
        var document = ConfigurationDocument.Of(scope.Root);
        var detectors = ImportedDetectors.Check(foreign.Detectors, scope.Project);
        var result = new ImportResult { Left = [.. foreign.NotCarriedOver, .. matching.Unmatched, .. detectors.Refused] };
        Decide(foreign, matching, scope, document, result);
        WriteRest(foreign, scope.Project, document, result);
        detectors.AddTo(scope.Root, document, result);
        if (!dryRun) Save(document, result);
        result.Say(here, dryRun);
        found.SayFailures(here);
        return found.Failures.Count == 0 ? ExitCode.Clean : ExitCode.Incomplete;
    }

    private static IForeignFormat FormatOf(IReadOnlyList<IForeignFormat> formats, string file) =>
        formats.FirstOrDefault(format => format.FileNames.Contains(Path.GetFileName(file)))
        ?? formats.FirstOrDefault(format => format.FileNames.Any(name => Path.GetExtension(name) is { Length: > 0 } ending && ending == Path.GetExtension(file) && ending != name))
        ?? formats[^1];

    // Their ids are ours where they are the same words.
    private static string? OwnDetector(string id, Project project)
    {
        var kebab = id.ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        return project.AllDetectors.FirstOrDefault(detector => detector.Id == kebab || detector.Id == "custom-" + kebab)?.Id;
    }

    private void Decide(ForeignIgnores foreign, ImportMatching matching, BaselineScope scope, ConfigurationDocument document, ImportResult result)
    {
        if (matching.Matches.Count == 0) return;
        var fingerprinter = ProjectKey.FingerprinterOf(scope.Project, document, keyFile: null, here);
        if (foreign.IsBaseline)
        {
            var before = TextFiles.Read(scope.FullName) is { } text ? BaselineFormat.Read(scope.Name, text) : Baseline.Empty;
            if (before.KeyId is { } made && made != fingerprinter.KeyId) throw new UsageException($"the baseline '{scope.Name}' was made with key {made}, and the configuration has key {fingerprinter.KeyId}: restore the key first");
            List<BaselineEntry> entries = [.. matching.ToBaseline(fingerprinter)];
            result.Files.Add((scope.FullName, BaselineFormat.Write(new Baseline(fingerprinter.KeyId, before.Entries.Concat(entries)))));
            result.Count(scope.Name, entries.Count, "finding accepted", "findings accepted");
            return;
        }

        var today = DateOnly.FromDateTime(here.Time.GetUtcNow().UtcDateTime);
        List<NewIgnore> ignores = [.. matching.ToIgnores(fingerprinter, foreign.Tool, today).Where(ignore => !KnownIgnores.Has(scope.Project, ignore))];
        foreach (var ignore in ignores) document.Edit((name, text) => ConfigurationEditor.AddIgnore(name, text, ignore));
        result.Count(document.Name, ignores.Count, "ignore by fingerprint", "ignores by fingerprint");
    }

    private static void WriteRest(ForeignIgnores foreign, Project project, ConfigurationDocument document, ImportResult result)
    {
        List<NewIgnore> ignores = [.. foreign.Ignores.Where(ignore => !KnownIgnores.Has(project, ignore))];
        foreach (var ignore in ignores) document.Edit((name, text) => ConfigurationEditor.AddIgnore(name, text, ignore));
        foreach (var glob in foreign.Excludes) document.Edit((name, text) => ConfigurationEditor.AddExclude(name, text, glob));
        foreach (var detector in foreign.DisabledDetectors) document.Edit((name, text) => ConfigurationEditor.DisableDetector(name, text, detector));
        result.Count(document.Name, ignores.Count, "ignore by path, pattern or detector", "ignores by path, pattern or detector");
        result.Count(document.Name, foreign.Excludes.Count, "path not read", "paths not read");
        result.Count(document.Name, foreign.DisabledDetectors.Count, "detector switched off", "detectors switched off");
    }

    private void Save(ConfigurationDocument document, ImportResult result)
    {
        foreach (var (path, text) in result.Files) WholeFile.Write(path, text);
        document.Save(here);
    }
}
