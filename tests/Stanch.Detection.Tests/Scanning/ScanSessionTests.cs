using System.Text;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

public sealed class ScanSessionTests
{
    private static readonly Provenance File = new Provenance.File("src/a.txt");

    [Fact]
    public void ASecretTwiceOnALineIsOneFindingAndOnTwoLinesTwo() => Samples.Token.Sample(secret =>
    {
        Accept($"{secret} {secret}").Findings().Count.ShouldBe(1);
        Accept($"{secret}\n{secret}").Findings().Select(finding => finding.Location.Line).ShouldBe([1, 2]);
    });

    [Fact]
    public void FindingsAreSortedByPathLineAndColumn() => Gen.Select(Samples.Text(10, 60), Samples.Text(10, 60)).Sample((a, b) =>
    {
        var session = new ScanSession(Detectors.Scanner);
        session.Accept(new Blob(Samples.Utf8(b), new Provenance.File("b")));
        session.Accept(new Blob(Samples.Utf8(a), new Provenance.File("a")));
        var places = session.Findings().Select(finding => (finding.Provenance.Path, finding.Location.Line, finding.Location.Column)).ToArray();
        places.ShouldBe(places.Order());
    });

    [Fact]
    public void TheSameSecretHasTheSameIdentityInEveryBlob() => Gen.Select(Samples.Token, Samples.Token).Sample((one, two) =>
    {
        var session = new ScanSession(Detectors.Scanner);
        var first = session.Find("1", Samples.Utf8($"{one}\n{two}"));
        var second = session.Find("2", Samples.Utf8($"{two}\n{one}\n{one}"));
        second.Count.ShouldBe(3);
        second.Distinct().Count().ShouldBe(one == two ? 3 : 3);
        new[] { second[1], second[0] }.ShouldBe(first);
        session.Find("3", "nothing here"u8).ShouldBeEmpty();
    });

    [Fact]
    public void AnIdentityIsJudgedAtEachPlace() => Samples.Token.Sample(secret =>
    {
        var session = new ScanSession(Detectors.Scanner);
        var identity = session.Find("1", Samples.Utf8($"\n{secret}")).ShouldHaveSingleItem();
        session.Judge("1", identity, new Provenance.File("a"));
        session.Judge("1", identity, new Provenance.File("b"));
        session.Judge("unknown", identity, new Provenance.File("c"));
        session.Judge("1", identity + 1, new Provenance.File("d"));
        session.Findings().Select(finding => (finding.Provenance.Path, finding.Location.Line)).ShouldBe([("a", 2), ("b", 2)]);
    });

    [Fact]
    public void OnlySecretsOnNewLinesAreReported() => Gen.Select(Samples.Token, Samples.Token).Sample((old, added) =>
    {
        var session = new ScanSession(Detectors.Scanner);
        session.Accept(new Blob(Samples.Utf8($"{old}\n{added}\n"), File) { FirstLine = 10, NewLines = new HashSet<int> { 11 } });
        session.Findings().ShouldHaveSingleItem().ShouldSatisfyAllConditions(finding => finding.Secret.Reveal().ShouldBe(added), finding => finding.Location.Line.ShouldBe(11));
    });

    [Fact]
    public void ABlobAtTheLastLineThereIsEnds() => Samples.Token.Sample(
        secret =>
        {
            var session = new ScanSession(Detectors.Scanner);
            session.Accept(new Blob(Samples.Utf8($"\n{secret}\n{secret}"), File) { FirstLine = int.MaxValue - 1, NewLines = new HashSet<int> { 1 } });
            session.Findings().ShouldBeEmpty();
        },
        iter: 1);

    [Fact]
    public void ManyThreadsFindWhatOneFinds() => Samples.Text(20, 80).Array[30].Sample(
        texts =>
        {
            var blobs = texts.Select(Samples.Utf8).ToArray();
            var one = new ScanSession(Detectors.Scanner);
            var many = new ScanSession(Detectors.Scanner);
            for (var i = 0; i < blobs.Length; i++)
            {
                one.Accept(new Blob(blobs[i], new Provenance.File($"{i}")));
            }

            Parallel.For(0, blobs.Length * 4, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => many.Accept(new Blob(blobs[i % blobs.Length], new Provenance.File($"{i % blobs.Length}"))));
            Describe(many).ShouldBe(Describe(one));
            many.Progress.Blobs.ShouldBe(blobs.Length * 4);
        },
        iter: 5);

    [Fact]
    public void AHundredThousandSecretsInOneBlobStayLinear()
    {
        var random = new Random(3);
        string Draw(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(10))));
        foreach (var separator in new[] { " ", "\n" })
        {
            var text = new StringBuilder();
            for (var i = 0; i < 50_000; i++)
            {
                text.Append("acmeid-").Append(Draw(10)).Append(separator).Append("tok_").Append(Draw(20)).Append(separator);
            }

            Accept(text.ToString()).Progress.Findings.ShouldBe(100_000);
        }
    }

    private static string[] Describe(ScanSession session) =>
        [.. session.Findings().Select(finding => $"{finding.Provenance.Path} {finding.Detector.Id} {finding.Secret.Reveal()} {finding.Location} {finding.Evidence} {string.Join(',', finding.Reasons)} {string.Join(',', finding.Facts)} {string.Join('|', finding.Snippet.Redacted())}")];

    private static ScanSession Accept(string text)
    {
        var session = new ScanSession(Detectors.Scanner);
        session.Accept(new Blob(Samples.Utf8(text), File));
        return session;
    }
}
