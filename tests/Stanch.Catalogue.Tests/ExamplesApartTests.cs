using System.Text;
using Stanch.Catalogue.Format;
using Stanch.Detection;
using Stanch.Detection.Scanning;

namespace Stanch.Catalogue.Tests;

/// <summary>Detectors keep apart: none takes another one's secret for its own, unless the catalogue says that they are related, and an example is found wherever in a blob it stands.</summary>
public sealed class ExamplesApartTests
{
    private const int Fillings = 2;
    private const string GenericCategory = "generic";
    private static readonly Scanner s_scanner = new(BuiltInCatalogue.Detectors, BuiltInCatalogue.Keywords);
    private static readonly Dictionary<string, SecretEntry> s_secrets = CatalogueFiles.Secrets.Value.ToDictionary(secret => secret.Id);

    private static readonly Dictionary<string, Detector> s_detectors = BuiltInCatalogue.Detectors.ToDictionary(detector => detector.Id);

    // A value beside these is found as if it stood alone; a line before or after changes nothing.
    private static readonly (string Before, string After)[] s_surroundings = [("“", "”"), ("，", "，"), ("é", "é"), ("😀", "😀"), ("\n", "\n"), ("\r\n", "\r\n")];

    public static TheoryData<string> Ids => [.. s_secrets.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void NoOtherDetectorTakesAnExampleForItsOwn(string id)
    {
        var takers = Filled(id)
            .SelectMany(example => Scan(example.Text, example.Path).Where(finding => IsStranger(id, finding)).Select(finding => $"{finding.Detector.Id} takes {example.Template}"));
        takers.Distinct().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void AnExampleIsFoundWhateverStandsAroundIt(string id)
    {
        // A bare value that no format bounds goes on to the next blank, so what touches it is part of it.
        if (s_detectors[id].IsGeneric)
            return;
        var lost = from example in Filled(id).Where((_, number) => number % Fillings == 0)
                   from around in s_surroundings
                   where !Scan(around.Before + example.Text + around.After, example.Path).Any(finding => finding.Detector.Id == id)
                   select $"{around.Before.ReplaceLineEndings("⏎")}{example.Template}{around.After.ReplaceLineEndings("⏎")}";
        lost.ShouldBeEmpty();
    }

    // Detectors that know only a place or a name (a header, "password") may fire beside the one that knows the provider.
    private static bool IsStranger(string id, Finding finding) =>
        finding.Detector.Id != id && finding.Evidence >= Evidence.Likely && finding.Detector.Category != GenericCategory && !AreRelated(id, finding.Detector.Id);

    private static bool AreRelated(string id, string other) => Names(s_secrets[id], other) || Names(s_secrets[other], id);

    private static bool Names(SecretEntry secret, string other) => secret.Contains.Contains(other) || secret.Related.Contains(other);

    private static IEnumerable<(string Template, string Text, string Path)> Filled(string id) =>
        from example in s_secrets[id].Matches
        from seed in Enumerable.Range(0, Fillings)
        select (example.Template, ExampleTemplate.Parse(example.Template).Fill(new Random(seed)), example.Path ?? "deploy/settings.conf");

    private static IReadOnlyList<Finding> Scan(string text, string path)
    {
        var session = new ScanSession(s_scanner);
        session.Accept(new Blob(Encoding.UTF8.GetBytes(text), new Provenance.File(path)));
        return session.Findings();
    }
}
