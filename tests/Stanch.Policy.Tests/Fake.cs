using System.Text.RegularExpressions;
using Stanch.Detection;

namespace Stanch.Policy.Tests;

/// <summary>Findings as the engine would make them, with values that are made up at run time.</summary>
internal static class Fake
{
    private static readonly Regex Anything = new(".");

    public static Detector Detector(string id, int publicPrefix = 4, Severity severity = Severity.High, string? provider = null, DetectorContext context = DetectorContext.Inside, bool custom = false) => new()
    {
        Id = id,
        Name = id,
        Provider = provider ?? id.Split('-')[0],
        Severity = severity,
        Keywords = ["tok"],
        Context = context,
        IsCustom = custom,
        Pattern = new DetectorPattern(() => Anything) { MinLength = 1, MaxLength = 100, PublicPrefix = publicPrefix },
    };

    public static string Value(int seed, int length = 40)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        var random = new Random(seed);
        return "tok_" + string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
    }

    public static Finding Finding(string? value = null, string path = "src/app.env", string detector = "acme-token", Evidence evidence = Evidence.Likely) =>
        Finding(Detector(detector), value ?? Value(1), path, evidence);

    public static Finding Finding(Detector detector, string value, string path = "src/app.env", Evidence evidence = Evidence.Likely) =>
        new Finding
        {
            Detector = detector,
            Secret = new Secret(value, detector.Pattern.PublicPrefix),
            Evidence = evidence,
            Reasons = ["test"],
            Provenance = new Provenance.File(path),
            Location = new Location(1, 1, 1, 1, 0, value.Length),
        }.OnLine($"TOKEN={value}");

    /// <summary>The finding on the last of these lines.</summary>
    public static Finding OnLine(this Finding finding, params string[] lines) => finding with
    {
        Location = finding.Location with { Line = 10 + lines.Length - 1, EndLine = 10 + lines.Length - 1 },
        Snippet = new Snippet([.. lines.Select(line => new SnippetLine(new Secret(line), "…"))], 10),
    };

    public static Coverage Coverage(params CoverageGap[] gaps) => new(1, 1, gaps, []);
}
