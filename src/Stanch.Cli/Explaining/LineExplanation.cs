using Stanch.Catalogue;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Detectors;
using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Detection.Scanning;
using Stanch.Policy;
using Stanch.Reporting;

namespace Stanch.Cli.Explaining;

/// <summary>Tells what each detector made of one line of a file, and what the policy made of what was found.</summary>
internal static class LineExplanation
{
    private const int MostBytes = 64 << 20;

    public static ExitCode Write(PlaceArgument place, string? only, Invocation here)
    {
        var content = Read(place, here);
        var root = ScanRoot.Of([place.Path], here.WorkingDirectory);
        var project = Project.Open(root, config: null, noConfig: false, here);
        // Those that are switched off are asked too: that may be the answer.
        if (only is not null && project.AllDetectors.All(detector => detector.Id != only)) throw KnownDetector.Unknown(only, project.AllDetectors);
        IReadOnlyList<TracedHit> hits = [.. new Scanner(project.AllDetectors, BuiltInCatalogue.Keywords) { Decodes = project.Configuration.Decode.Value }.Explain(content, place.Line, new Provenance.File(place.Path))
            .Where(hit => only is null || hit.Detector.Id == only)];
        using var output = here.Terminal.OutputText();
        output.WriteLine($"{place.Path}:{place.Line}");
        var path = root.Relative(place.Path, here.WorkingDirectory);
        if (project.Configuration.Excludes(path)) output.WriteLine("  The configuration leaves this file out ('exclude'): a scan of its folder does not read it.");
        WriteFound([.. hits.Where(hit => hit.Gate == Gate.Passed)], project, path, here, output);
        WriteDropped([.. hits.Where(hit => hit.Gate != Gate.Passed)], project, path, output);
        if (hits.Count == 0) output.WriteLine(only is not null ? $"  {only} has no keyword on this line, and no match that touches it. It looks for {string.Join(", ", project.AllDetectors.First(detector => detector.Id == only).Keywords)}." : "  No detector has a keyword on this line, or a match that touches it. A detector of your own can find it: docs/catalogue.md.");
        return ExitCode.Clean;
    }

    private static byte[] Read(PlaceArgument place, Invocation here)
    {
        var full = Path.GetFullPath(place.Path, here.WorkingDirectory);
        if (!File.Exists(full)) throw new UsageException($"no such file: '{place.Path}'");
        try
        {
            using var file = File.OpenRead(full);
            if (!file.CanSeek || file.Length > MostBytes) throw new UsageException($"'{place.Path}' is no file of {MostBytes >> 20} MiB or less, which is what can be explained");
            var content = new byte[file.Length];
            file.ReadExactly(content);
            var lines = content.AsSpan().Count((byte)'\n') + 1;
            return place.Line <= lines ? content : throw new UsageException($"'{place.Path}' has {lines} lines, and no line {place.Line}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{place.Path}' cannot be read: {e.Message}");
        }
    }

    private static void WriteFound(IReadOnlyList<TracedHit> hits, Project project, string path, Invocation here, TextWriter output)
    {
        if (hits.Count == 0) return;
        var findings = hits.Select(hit => hit.Finding! with { Provenance = new Provenance.File(path) }).DistinctBy(finding => (finding.Detector.Id, finding.Location)).ToList();
        var baseline = BaselineChoice.From(file: null, none: false, project, here);
        var verdict = new PolicyEngine(project.Configuration, baseline, here.Time).Judge(findings, new Coverage(1, 0, [], []), new PolicyOptions());
        foreach (var finding in verdict.Findings)
        {
            output.WriteLine($"  Found: {finding.Detector.Name} ({finding.Detector.Id}) at column {finding.Location.Column}: {finding.Secret.Redacted()}");
            output.WriteLine($"    evidence: {Words.Of(finding.Evidence)}");
            foreach (var reason in finding.Reasons) output.WriteLine($"      {Reasons.Explain(reason)} ({reason})");
            if (finding.Decoded.Count > 0) output.WriteLine($"    decoded: {string.Join(" → ", finding.Decoded)}");
            foreach (var fact in finding.Facts) output.WriteLine($"    fact: {fact.Name} {fact.Value}");
            output.WriteLine($"    policy: {PolicyOf(finding, project, path)}");
        }

        foreach (var remark in verdict.Remarks) output.WriteLine($"    note: {remark}");
    }

    private static string PolicyOf(Finding finding, Project project, string path)
    {
        if (finding.Ignored is { } ignored)
            return $"ignored by {(ignored.By == "inline" ? "a comment beside it" : $"the {(ignored.By == "config" ? "configuration" : ignored.By)}")}{(ignored.Reason is { Length: > 0 } reason ? $": {reason}" : "")}";
        var failOn = project.Configuration.FailOnAt(path);
        return $"{(finding.Blocking ? "blocks" : "counts, and does not block")} (failOn is {Words.Of(failOn.Value)}, {failOn.Origin})";
    }

    private static void WriteDropped(IReadOnlyList<TracedHit> hits, Project project, string path, TextWriter output)
    {
        foreach (var same in hits.GroupBy(hit => (hit.Keyword, hit.Line, hit.Column, hit.Gate, hit.Winner, hit.Measured, Shown: hit.Dropped?.Redacted(), Steps: string.Join(" → ", hit.Decoded))))
        {
            var (keyword, line, column, gate, winner, measured, shown, steps) = same.Key;
            output.WriteLine($"  Not found by {Names(same.Select(hit => hit.Detector), project, path)}");
            output.WriteLine($"    keyword '{keyword}' {(steps.Length == 0 ? "" : $"decoded ({steps}) ")}at {line}:{column}; {(shown is null ? "" : $"text {shown}; ")}{GateText.Of(gate, winner)}{(measured is null ? "" : $" ({measured})")}");
        }
    }

    private static string Names(IEnumerable<Detector> detectors, Project project, string path) => string.Join(", ", detectors.DistinctBy(detector => detector.Id).Select(detector =>
        project.Configuration.IsEnabledAt(detector.Id, path) is { Value: false, Origin: var origin } ? $"{detector.Id} (switched off: {origin})" : detector.Id));
}
