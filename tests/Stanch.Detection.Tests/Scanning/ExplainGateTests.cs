using System.Text;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

public sealed class ExplainGateTests
{
    private static readonly Scanner Engine = new([Detectors.Token, Detectors.Identifier, Detectors.Around, Detectors.Assigned, Detectors.Near, Detectors.Password]);
    private static readonly Provenance Place = new Provenance.File("app.conf");

    [Theory]
    [InlineData("tok_short", Gate.Pattern)]
    [InlineData("the password is elsewhere", Gate.Assignment)]
    [InlineData("ALPHABETA_KEY = \"abc\"", Gate.Word)]
    [InlineData("BETA_KEY = \"abc\"", Gate.Length)]
    [InlineData("password = \"abc\"", Gate.Length)]
    [InlineData("password = \"changeme\"", Gate.Placeholder)]
    [InlineData("password = \"${VAULT_VALUE}\"", Gate.Shape)]
    public void WhatWasDroppedSaysWhere(string line, Gate gate) =>
        Engine.Explain(Encoding.UTF8.GetBytes($"first\n{line}\nlast"), 2, Place).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            hit => hit.Gate.ShouldBe(gate),
            hit => hit.Line.ShouldBe(2),
            hit => hit.Finding.ShouldBeNull());

    [Fact]
    public void AKeywordOnAnotherLineIsNamedWhereItsMatchTouchesTheLine()
    {
        var hex = Gen.String[Gen.Char["0123456789abcdef"], 32, 32].Single();
        var hit = Engine.Explain(Encoding.UTF8.GetBytes($"gamma\n{hex}\n"), 2, Place).ShouldHaveSingleItem();
        (hit.Line, hit.Gate, hit.Finding!.Location.Line).ShouldBe((1, Gate.Passed, 2));
    }
}
