namespace Stanch.Cli.Tests.Detectors;

public sealed class DetectorsTestTests
{
    private const string Good =
        """
            examples:
              match: ['token = acme_{hex:32}']
              no-match: ['token = acme_{hex:8}']
        """;

    [Fact]
    public void ExamplesThatHoldAreListedAndAllIsWell()
    {
        using var here = new Sandbox().File("own.yaml", OwnDetectors.Yaml(examples: Good));
        var output = here.Stanch("detectors", "test", "own.yaml").ShouldExit(0).Output;
        output.ShouldContain("ok    found: token = acme_{hex:32}");
        output.ShouldContain("ok    left: token = acme_{hex:8}");
        output.ShouldContain("All is well.");
    }

    [Fact]
    public void ExamplesThatDoNotHoldFail()
    {
        const string Swapped =
            """
                examples:
                  match: ['token = acme_{hex:8}']
                  no-match: ['token = acme_{hex:32}']
            """;
        using var here = new Sandbox().File("own.yaml", OwnDetectors.Yaml(examples: Swapped));
        var output = here.Stanch("detectors", "test", "own.yaml").ShouldExit(2).Output;
        output.ShouldContain("FAIL  not found, and should be: token = acme_{hex:8}");
        output.ShouldContain("FAIL  found, and should not be: token = acme_{hex:32}");
        output.ShouldContain("2 examples failed.");
    }

    [Fact]
    public void NoExamplesIsSaidAndIsNoError()
    {
        using var here = new Sandbox().File("own.yaml", OwnDetectors.Yaml());
        here.Stanch("detectors", "test", "own.yaml").ShouldExit(0).Output.ShouldContain("it has no examples");
    }

    [Fact]
    public void ATypoInAKeyIsShownWithItsPlaceAndTheNearestKey()
    {
        using var here = new Sandbox().File("own.yaml", OwnDetectors.Yaml().Replace("keywords:", "keyword:", StringComparison.Ordinal));
        var error = here.Stanch("detectors", "test", "own.yaml").ShouldExit(2).Error;
        error.ShouldContain("own.yaml:5:5: ");
        error.ShouldContain("keywords");
    }

    [Theory]
    [InlineData("(?=x)acme_")]
    [InlineData("acme_[0-9]+")]
    [InlineData("acme_[a-z]{1,100}[a-z0-9]{1,100}x")]
    [InlineData("acme_[a-z]{1,4000}[a-z0-9]{1,4000}x")]
    public void APatternThatCouldHangIsRefused(string pattern)
    {
        using var here = new Sandbox().File("own.yaml", OwnDetectors.Yaml(pattern));
        here.Stanch("detectors", "test", "own.yaml").ShouldExit(2).Error.ShouldContain("own.yaml:6:");
    }

    [Fact]
    public void SeveralFilesAreTriedOneAfterTheOther()
    {
        using var here = new Sandbox().File("a.yaml", OwnDetectors.Yaml(examples: Good)).File("b.yaml", OwnDetectors.Yaml());
        here.Stanch("detectors", "test", "a.yaml", "b.yaml").ShouldExit(0).Output.Split("acme-token:").Length.ShouldBe(3);
    }
}
