using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

/// <summary>An identifier in one file, its secret in another.</summary>
public sealed class ScanPairsTests
{
    [Theory]
    [InlineData("app/a.env", "app/b.env", "app/b.env", false)]
    [InlineData("app/a.env", "app/b.env other/c.env", "app/b.env", false)]
    [InlineData("app/a.env", "app/deep/b.env c.env", "app/deep/b.env", true)]
    [InlineData("app/a.env", "app/b.env app/c.env", "app/b.env", true)]
    [InlineData("app/a.env", "x/y/z.env", "x/y/z.env", false)]
    public void TheNearestFilesIdentifierIsToldAndOthersAsNearAreSaid(string secretAt, string identifiersAt, string expected, bool ambiguous) =>
        Gen.Select(Samples.Token, Samples.Identifier.Array[2]).Where(drawn => drawn.Item2[0] != drawn.Item2[1]).Sample(
            (token, identifiers) =>
            {
                var session = new ScanSession(Detectors.Scanner);
                Add(session, secretAt, token);
                foreach (var (i, path) in identifiersAt.Split(' ').Index()) Add(session, path, identifiers[i]);

                var finding = session.Findings().Single(found => found.Detector == Detectors.Token);

                finding.Facts.First(fact => fact.Name == "pairedPath").Value.ShouldBe(expected);
                finding.Facts.Any(fact => fact.Name == "pairAmbiguous").ShouldBe(ambiguous);
                finding.Reasons.ShouldContain(Reason.PairElsewhere);
                finding.Evidence.ShouldBe(Evidence.Likely);
            },
            iter: 5);

    [Fact]
    public void AFarIdentifierOfTheSameFileIsNearerThanAnotherFiles() => Gen.Select(Samples.Token, Samples.Identifier.Array[2]).Sample(
        (token, identifiers) =>
        {
            var session = new ScanSession(Detectors.Scanner);
            Add(session, "a.env", token + string.Concat(Enumerable.Repeat("\n", 40)) + identifiers[0]);
            Add(session, "b.env", identifiers[1]);

            var finding = session.Findings().Single(found => found.Detector == Detectors.Token);

            finding.Facts.First(fact => fact.Name == "pairedPath").Value.ShouldBe("a.env");
            finding.Facts.First(fact => fact.Name == "pairedLine").Value.ShouldBe("41");
        },
        iter: 5);

    [Fact]
    public void ASecretWithItsPairBesideItIsToldNothingMore() => Gen.Select(Samples.Token, Samples.Identifier.Array[2]).Sample(
        (token, identifiers) =>
        {
            var session = new ScanSession(Detectors.Scanner);
            Add(session, "a.env", $"{identifiers[0]}\n{token}");
            Add(session, "b.env", identifiers[1]);

            session.Findings().Single(found => found.Detector == Detectors.Token).Reasons.ShouldNotContain(Reason.PairElsewhere);
        },
        iter: 5);

    private static void Add(ScanSession session, string path, string text) => session.Accept(new Blob(Samples.Utf8(text), new Provenance.File(path)));
}
