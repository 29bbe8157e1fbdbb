namespace Stanch.Detection.Tests;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["failOn", "minSeverity", "exclude", "high"];

    [Theory]
    [InlineData("fail-on", "failOn")]
    [InlineData("FAIL_ON", "failOn")]
    [InlineData("minSevertiy", "minSeverity")]
    [InlineData("hihg", "high")]
    [InlineData("exlude", "exclude")]
    [InlineData("something-else", null)]
    [InlineData("", null)]
    public void ASlipFindsItsName(string typed, string? meant) => NearestName.Of(typed, Known).ShouldBe(meant);

    [Fact]
    public void WhereNoneIsNearAllAreListed() => NearestName.Hint("zzz", Known).ShouldBe("; there are failOn, minSeverity, exclude, high");

    [Fact]
    public void AnyTextIsCompared() => Gen.String.Sample(text => NearestName.Of(text, Known) is null or "failOn" or "minSeverity" or "exclude" or "high");
}
