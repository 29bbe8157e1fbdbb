using System.Text.Json;

namespace Stanch.Cli.Tests.Detectors;

public sealed class DetectorsListTests
{
    [Fact]
    public void EachDetectorHasALineWithSeverityAndProvider()
    {
        using var here = new Sandbox();
        var lines = here.Stanch("detectors", "list").ShouldExit(0).Output.Split('\n');
        lines[0].ShouldStartWith("ID");
        lines.ShouldContain(line => line.StartsWith("slack-bot-token ", StringComparison.Ordinal) && line.EndsWith("Slack (slack)", StringComparison.Ordinal));
    }

    [Fact]
    public void AProviderAndACategoryNarrowTheList()
    {
        using var here = new Sandbox();
        here.Stanch("detectors", "list", "--provider", "circleci").ShouldExit(0).Output.ShouldNotContain("slack");
        using var json = JsonDocument.Parse(here.Stanch("detectors", "list", "--category", "ci-cd", "--json").ShouldExit(0).Output);
        json.RootElement.GetProperty("detectors").EnumerateArray().ShouldAllBe(detector => detector.GetProperty("category").GetString() == "ci-cd");
    }

    [Fact]
    public void ACategoryThatDoesNotExistNamesTheNearest()
    {
        using var here = new Sandbox();
        here.Stanch("detectors", "list", "--category", "clod").ShouldExit(2).Error.ShouldContain("did you mean 'cloud'?");
    }

    [Fact]
    public void TheSummaryCountsWhatIsSpecificByItselfAndWhatCanBeProved()
    {
        using var here = new Sandbox();
        var output = here.Stanch("detectors", "list", "--summary").ShouldExit(0).Output;
        output.ShouldContain("have a format that is specific by itself");
        output.ShouldContain("have an offline check");
        using var json = JsonDocument.Parse(here.Stanch("detectors", "list", "--summary", "--json").ShouldExit(0).Output);
        var root = json.RootElement;
        root.GetProperty("categories").EnumerateObject().Sum(category => category.Value.GetInt32()).ShouldBe(root.GetProperty("count").GetInt32());
        root.TryGetProperty("detectors", out _).ShouldBeFalse();
    }

    [Fact]
    public void TheUsersOwnAreAmongThemAndMarked()
    {
        using var here = new Sandbox().File(".stanch.yaml", OwnDetectors.Configuration);
        here.Stanch("detectors", "list", "acme-*").ShouldExit(0).Output.ShouldContain("(your own)");
    }
}
