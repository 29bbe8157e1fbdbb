using System.Text.Json;

namespace Stanch.Detection.Tests;

public sealed class SecretTests
{
    private static readonly Secret Sample = new("prefix_" + new string('a', 30), publicPrefix: 7);

    [Fact]
    public void ASecretNeverPrintsItself() => $"{Sample}".ShouldBe("***");

    [Fact]
    public void ASecretIsNotSerialised() => JsonSerializer.Serialize(Sample).ShouldNotContain("aaaa");

    [Fact]
    public void TheRedactedFormShowsThePrefixAndAtMostFourMore() => Sample.Redacted().ShouldBe("prefix_aaaa…");

    [Theory]
    [InlineData("hunter2", "h…")]
    [InlineData("abc", "…")]
    [InlineData("", "…")]
    [InlineData("correcthorse", "co…")]
    public void AShortSecretShowsNoMoreThanASixth(string text, string shown) => new Secret(text).Redacted().ShouldBe(shown);

    [Fact]
    public void TheRedactedFormNeverRevealsMoreThanASixthBesideThePrefix() =>
        Gen.String.Sample(text => new Secret(text).Redacted().Length - 1 <= text.Length / 6);
}
