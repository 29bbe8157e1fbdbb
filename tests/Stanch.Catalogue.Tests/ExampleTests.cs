using System.Text;
using Stanch.Catalogue.Format;
using Stanch.Detection;
using Stanch.Detection.Scanning;

namespace Stanch.Catalogue.Tests;

/// <summary>Every detector finds its own examples, and nothing in those that are not its own.</summary>
public sealed class ExampleTests
{
    private const int Fillings = 3;
    private static readonly Scanner s_scanner = new(BuiltInCatalogue.Detectors, BuiltInCatalogue.Keywords);
    private static readonly Dictionary<string, SecretEntry> s_secrets = CatalogueFiles.Secrets.Value.ToDictionary(secret => secret.Id);

    public static TheoryData<string> Ids => [.. s_secrets.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryDetectorFindsItsOwnExamples(string id) => Report(id, s_secrets[id].Matches, found: false);

    [Theory]
    [MemberData(nameof(Ids))]
    public void NoDetectorFindsWhatIsNotItsOwn(string id) => Report(id, s_secrets[id].NoMatches, found: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void ATokenIsFoundBesideCharactersThatAreNotAscii(string id)
    {
        if (s_secrets[id].Context != DetectorContext.Inside || s_secrets[id].Compiled.HasGroups)
            return;
        foreach (var secret in s_secrets[id].Matches.SelectMany(example => Scan(example, new Random(1))).Where(finding => finding.Detector.Id == id).Select(finding => finding.Secret.Reveal()).Take(3))
        {
            foreach (var (before, after) in new[] { ("“", "”"), ("，", "，"), ("é", "é"), ("😀", "😀"), ("", "") })
                Scan(new Example(""), before + secret + after).ShouldContain(finding => finding.Detector.Id == id, $"{before}…{after}");
        }
    }

    private static void Report(string id, IReadOnlyList<Example> examples, bool found)
    {
        var wrong = new List<string>();
        foreach (var (number, example) in examples.Index())
        {
            for (var seed = 0; seed < Fillings; seed++)
            {
                var findings = Scan(example, new Random(1000 * number + seed));
                if (findings.Any(finding => finding.Detector.Id == id) == found)
                    wrong.Add($"{example.Template} → {string.Join(' ', findings.Select(finding => $"{finding.Detector.Id}({finding.Evidence}: {string.Join(',', finding.Reasons)})"))}");
            }
        }
        wrong.Distinct().ShouldBeEmpty();
    }

    private static IReadOnlyList<Finding> Scan(Example example, Random random) => Scan(example, ExampleTemplate.Parse(example.Template).Fill(random));

    private static IReadOnlyList<Finding> Scan(Example example, string text)
    {
        var session = new ScanSession(s_scanner);
        session.Accept(new Blob(Encoding.UTF8.GetBytes(text), new Provenance.File(example.Path ?? "deploy/settings.conf")));
        return session.Findings();
    }
}
