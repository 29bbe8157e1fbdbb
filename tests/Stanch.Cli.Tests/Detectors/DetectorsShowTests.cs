using System.Text.Json;

namespace Stanch.Cli.Tests.Detectors;

public sealed class DetectorsShowTests
{
    [Fact]
    public void ItTellsHowItIsFoundAndTheWayOut()
    {
        using var here = new Sandbox();
        var output = here.Stanch("detectors", "show", "circleci-project-token").ShouldExit(0).Output;
        output.ShouldContain("in the name that the secret is assigned to");
        output.ShouldContain("[0-9a-f]{40}");
        output.ShouldContain("leaked! What should I do?");
    }

    [Fact]
    public void AProgramGetsTheSameAsJson()
    {
        using var here = new Sandbox();
        using var json = JsonDocument.Parse(here.Stanch("detectors", "show", "circleci-project-token", "--json").ShouldExit(0).Output);
        json.RootElement.GetProperty("context").GetString().ShouldBe("assigned");
        json.RootElement.GetProperty("guide").GetProperty("what").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void ItKnowsTheUsersOwn()
    {
        using var here = new Sandbox().File(".stanch.yaml", OwnDetectors.Configuration);
        here.Stanch("detectors", "show", "acme-token").ShouldExit(0).Output.ShouldContain("your own detector");
    }

    [Fact]
    public void AnIdThatDoesNotExistNamesTheNearest()
    {
        using var here = new Sandbox();
        here.Stanch("detectors", "show", "circleci-project-tokn").ShouldExit(2).Error.ShouldContain("did you mean 'circleci-project-token'?");
    }
}
