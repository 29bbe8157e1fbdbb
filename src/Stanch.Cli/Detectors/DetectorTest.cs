using System.Globalization;
using System.Text;
using Stanch.Catalogue;
using Stanch.Catalogue.Format;
using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Detection.Hashing;
using Stanch.Detection.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Detectors;

/// <summary>Tries a file of detectors out: what the reader says of it, then each example for real, then how fast its patterns are on text that almost matches.</summary>
internal static class DetectorTest
{
    /// <summary>Each example is filled with other random text this often.</summary>
    private const int Fillings = 8;

    private const int WorstCaseBytes = 1 << 20;

    public static ExitCode Run(IReadOnlyList<string> files, Invocation here)
    {
        var read = files.Select(file => (File: file, Parts: Read(file, here))).ToList();
        var errors = read.SelectMany(file => file.Parts).SelectMany(part => part.Errors).ToList();
        foreach (var error in errors) here.Terminal.Error.WriteLine($"stanch: {error}");
        if (errors.Count > 0) return ExitCode.Usage;
        if (!SystemCryptography.IsThere) throw new UsageException($"examples hold keys that are made for the occasion, and {SystemCryptography.Missing}");
        using var output = here.Terminal.OutputText();
        var failures = read.Sum(file => Try(file.File, file.Parts, output, here));
        output.WriteLine(failures == 0 ? "All is well." : $"{failures} {(failures == 1 ? "example" : "examples")} failed.");
        return failures == 0 ? ExitCode.Clean : ExitCode.Usage;
    }

    private static int Try(string file, IReadOnlyList<CustomDetectorFile> parts, TextWriter output, Invocation here)
    {
        var detectors = parts.SelectMany(part => part.Detectors).ToList();
        if (detectors.Count == 0) throw new UsageException($"'{file}' holds no detector");
        var scanner = new Scanner(detectors);
        return parts.SelectMany(part => part.Entries).Sum(entry => Try(entry, detectors.Find(detector => detector.Id == entry.Id)!, scanner, output, here));
    }

    private static IReadOnlyList<CustomDetectorFile> Read(string file, Invocation here)
    {
        var path = Path.GetFullPath(file, here.WorkingDirectory);
        var text = TextFiles.Read(path) ?? throw new UsageException($"no such file: '{file}'");
        if (Path.GetFileName(path) != ConfigurationSources.FileName) return [CustomDetectors.Parse(text, file)];
        var sources = ConfigurationSources.ForFolder(Path.GetDirectoryName(path)!, here.Variable) with { UserFile = null, OrganisationFile = null };
        return [.. ConfigurationLoader.Load(sources).CustomDetectors.Select(Scanning.CustomDetectorLoader.Parse)];
    }

    private static int Try(SecretEntry entry, Detector detector, Scanner scanner, TextWriter output, Invocation here)
    {
        output.WriteLine($"{entry.Id}: {entry.Matches.Count} to find, {entry.NoMatches.Count} to leave");
        var failures = Try(entry.Matches, entry.Id, scanner, output, found: true) + Try(entry.NoMatches, entry.Id, scanner, output, found: false);
        if (entry.Matches.Count == 0) output.WriteLine("  it has no examples of a match, so nothing shows that it works: add 'examples: { match: […], no-match: […] }'");
        output.WriteLine($"  {Speed(entry, detector, here.Time)}");
        return failures;
    }

    private static int Try(IReadOnlyList<Example> examples, string id, Scanner scanner, TextWriter output, bool found)
    {
        var failures = 0;
        foreach (var example in examples)
        {
            var isRight = Always(example, id, scanner, found);
            failures += isRight ? 0 : 1;
            output.WriteLine($"  {(isRight ? "ok  " : "FAIL")}  {Outcome(isRight, found)}: {example.Template}{In(example)}");
        }

        return failures;
    }

    private static string Outcome(bool isRight, bool found) => (isRight, found) switch
    {
        (true, true) => "found",
        (true, false) => "left",
        (false, true) => "not found, and should be",
        _ => "found, and should not be",
    };

    private static bool Always(Example example, string id, Scanner scanner, bool found)
    {
        var template = ExampleTemplate.Parse(example.Template);
        return Enumerable.Range(0, Fillings).All(seed => Finds(scanner, id, template.Fill(new Random(seed)), example.Path) == found);
    }

    private static bool Finds(Scanner scanner, string id, string text, string? path)
    {
        var session = new ScanSession(scanner);
        session.Accept(new Blob(Encoding.UTF8.GetBytes(text), new Provenance.File(path ?? "example")));
        return session.Findings().Any(finding => finding.Detector.Id == id);
    }

    // What users write runs in linear time; this says how much of it, on text made of its keywords and of what all but matches.
    private static string Speed(SecretEntry entry, Detector detector, TimeProvider time)
    {
        var almost = entry.Matches.Select(example => ExampleTemplate.Parse(example.Template).Fill(new Random(0))).Select(text => text[..^1]).DefaultIfEmpty("").First();
        var unit = Encoding.UTF8.GetBytes(string.Join(' ', detector.Keywords) + " " + almost + "\n");
        var content = new byte[WorstCaseBytes];
        for (var at = 0; at < content.Length; at += unit.Length) unit.AsSpan(0, Math.Min(unit.Length, content.Length - at)).CopyTo(content.AsSpan(at));
        var session = new ScanSession(new Scanner([detector]));
        session.Accept(new Blob(unit, new Provenance.StandardInput()));
        var started = time.GetTimestamp();
        session.Accept(new Blob(content, new Provenance.StandardInput()));
        return string.Create(CultureInfo.InvariantCulture, $"worst case: {time.GetElapsedTime(started).TotalMilliseconds:0} ms for 1 MiB that is nothing but its keywords and almost matches");
    }

    private static string In(Example example) => example.Path is { } path ? $" (in {path})" : "";
}
