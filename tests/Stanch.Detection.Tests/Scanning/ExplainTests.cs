using System.Text;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

public sealed class ExplainTests
{
    private static readonly string[] Pieces = ["tok_", "x", "\n", " ", "beta = ", "gamma ", "password: ", "acmeid-0123456789", "aB3dE5gH7jK9mN1pQ3sT", "0123456789abcdef01234567"];

    [Fact]
    public void WhatIsFoundPassesEveryGate()
    {
        var hit = Explain($"x\n{Token()}\n", 2).ShouldHaveSingleItem();
        hit.Gate.ShouldBe(Gate.Passed);
        hit.Finding.ShouldNotBeNull().Detector.ShouldBe(Detectors.Token);
        (hit.Keyword, hit.Line, hit.Column).ShouldBe(("tok_", 2, 1));
    }

    [Fact]
    public void APartOfALongerWordEndsAtTheBoundary()
    {
        Explain(Token() + "a", 1).ShouldHaveSingleItem().Gate.ShouldBe(Gate.Boundary);
        Explain("a" + Token(), 1).ShouldHaveSingleItem().Gate.ShouldBe(Gate.Boundary);
    }

    [Fact]
    public void TextOfAnotherFormEndsAtThePattern() => Explain("tok_?????", 1).ShouldHaveSingleItem().Gate.ShouldBe(Gate.Pattern);

    [Fact]
    public void AnAssignedKeywordSaysWhetherThereIsAValueAndWhetherItIsLongEnough()
    {
        Explain("all about beta", 1).ShouldHaveSingleItem().Gate.ShouldBe(Gate.Assignment);
        Explain("beta_key = short", 1).ShouldHaveSingleItem().Gate.ShouldBe(Gate.Length);
    }

    [Fact]
    public void InBinaryContentTheContextIsNotLookedAt() =>
        Explain("beta_key = short\0\0\0\0\u0001", 1).ShouldHaveSingleItem().Gate.ShouldBe(Gate.Binary);

    [Fact]
    public void WhatWasDroppedIsTold()
    {
        var hit = Explain("password = \"changeme\"", 1).ShouldHaveSingleItem();
        hit.Gate.ShouldNotBe(Gate.Passed);
        hit.Dropped.ShouldNotBeNull().Length.ShouldBe(8);
    }

    [Fact]
    public void OtherLinesAreLeftOut() => Explain($"{Token()}\n\n{Token()}\n", 2).ShouldBeEmpty();

    [Fact]
    public void AnyBytesAndAnyLineAreExplained() => Gen.Select(Gen.Byte.Array, Gen.Int[1, 50]).Sample((bytes, line) =>
        Detectors.Scanner.Explain(bytes, line, new Provenance.File("a.txt")).All(hit => hit.Gate == Gate.Passed == (hit.Finding is not null)));

    [Fact]
    public void ItAgreesWithTheScan() => Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 40].Sample(parts =>
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(parts));
        var session = new ScanSession(Detectors.Scanner);
        session.Accept(new Blob(content, new Provenance.File("a.txt")));
        foreach (var finding in session.Findings())
            Detectors.Scanner.Explain(content, finding.Location.Line, new Provenance.File("a.txt")).ShouldContain(hit => hit.Gate == Gate.Passed && hit.Detector == finding.Detector);
    });

    private static string Token() => "tok_" + new string(new Random(1).GetItems("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789".AsSpan(), 20));

    private static IReadOnlyList<TracedHit> Explain(string text, int line) => Detectors.Scanner.Explain(Encoding.UTF8.GetBytes(text), line, new Provenance.File("a.txt"));
}
