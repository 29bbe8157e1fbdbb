namespace Stanch.Detection.Tests.Scanning;

/// <summary>A provider's name as a part of the name that a value is assigned to.</summary>
public sealed class ProviderNameTests
{
    [Theory]
    [InlineData("BETA_KEY")]
    [InlineData("MY_BETA_KEY")]
    [InlineData("my-beta-key")]
    [InlineData("myBetaKey")]
    [InlineData("HTTPBetaKey")]
    [InlineData("v2betaKey")]
    [InlineData("line\\nBETA_KEY")]
    [InlineData("line\\tbeta_key")]
    [InlineData("-DBETA_KEY")]
    [InlineData("-Dbeta.key")]
    public void AWordOfTheNameIsTheProvider(string name) => Found(name).ShouldBe("beta-key");

    [Theory]
    [InlineData("ALPHABETA_KEY")]
    [InlineData("alphabeta_key")]
    [InlineData("Alphabeta_key")]
    public void TheEndOfAnotherWordIsAnotherProvider(string name) => Found(name).ShouldBeNull();

    private static string? Found(string name)
    {
        var text = Samples.Assigned.Single().Replace("beta_key", name, StringComparison.Ordinal);
        return Detectors.Find(Samples.Utf8(text)).SingleOrDefault()?.Detector.Id;
    }
}
