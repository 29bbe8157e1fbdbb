using System.Text;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

public sealed class ExplainAgreementTests
{
    private static readonly Scanner Engine = new([Detectors.Token, Detectors.Identifier, Detectors.Around, Detectors.Assigned, Detectors.Near, Detectors.Password]);
    private static readonly Provenance Place = new Provenance.File("app.conf");

    private static readonly Gen<string> Line = Gen.Select(Gen.Int[0, 9], Gen.String[Gen.Char.AlphaNumeric, 24, 24], Gen.String[Gen.Char["0123456789abcdef"], 32, 32]).Select((kind, text, hex) => kind switch
    {
        0 => $"x = tok_{text[..20]}",
        1 => $"tok_{text[..5]}",
        2 => $"password = \"{text[..16]}\"",
        3 => "password = \"changeme\"",
        4 => "the password is elsewhere",
        5 => $"beta_key = {text}",
        6 => "gamma",
        7 => hex,
        8 => $"password = \"tok_{text[..20]}\"",
        _ => "nothing",
    });

    [Fact]
    public void ItAgreesWithTheScan() => Line.Array[1, 12].Sample(lines =>
    {
        var content = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var session = new ScanSession(Engine);
        session.Accept(new Blob(content, Place));
        var found = session.Findings();
        for (var line = 1; line <= lines.Length; line++)
        {
            var explained = Engine.Explain(content, line, Place).Where(hit => hit.Gate == Gate.Passed).Select(hit => $"{hit.Detector.Id} {hit.Finding!.Location}").Distinct().Order(StringComparer.Ordinal);
            explained.ShouldBe(found.Where(finding => finding.Location.Line == line).Select(finding => $"{finding.Detector.Id} {finding.Location}").Order(StringComparer.Ordinal));
        }
    });

    [Theory]
    [InlineData("tok_short", Gate.Pattern)]
    [InlineData("the password is elsewhere", Gate.Assignment)]
    [InlineData("password = \"abc\"", Gate.Length)]
    [InlineData("password = \"changeme\"", Gate.Placeholder)]
    [InlineData("password = \"${VAULT_VALUE}\"", Gate.Shape)]
    public void WhatWasDroppedSaysWhere(string line, Gate gate) =>
        Engine.Explain(Encoding.UTF8.GetBytes($"first\n{line}\nlast"), 2, Place).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            hit => hit.Gate.ShouldBe(gate),
            hit => hit.Line.ShouldBe(2),
            hit => hit.Finding.ShouldBeNull());

    [Fact]
    public void InBinaryContentOnlySpecificFormatsAreLookedFor()
    {
        byte[] content = [.. "password = \"something\""u8, 0, 0, 0, 1, 2, 3];
        Engine.Explain(content, 1, Place).ShouldHaveSingleItem().Gate.ShouldBe(Gate.Binary);
    }

    [Fact]
    public void AKeywordOnAnotherLineIsNamedWhereItsMatchTouchesTheLine()
    {
        var hex = Gen.String[Gen.Char["0123456789abcdef"], 32, 32].Single();
        var hit = Engine.Explain(Encoding.UTF8.GetBytes($"gamma\n{hex}\n"), 2, Place).ShouldHaveSingleItem();
        (hit.Line, hit.Gate, hit.Finding!.Location.Line).ShouldBe((1, Gate.Passed, 2));
    }

    [Fact]
    public void AnyBytesAndAnyLineAreExplained() => Gen.Select(Gen.Byte.Array[0, 400], Gen.Int[1, 50]).Sample((content, line) => { Engine.Explain(content, line, Place); });
}
