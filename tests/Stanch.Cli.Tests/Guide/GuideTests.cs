using Stanch.Cli.Tests.Detectors;

namespace Stanch.Cli.Tests.Guide;

public sealed class GuideTests
{
    [Fact]
    public void ItsPartsStandInTheOrderInWhichTheyAreNeeded()
    {
        using var here = new Sandbox();
        var output = here.Stanch("guide", "circleci-project-token").ShouldExit(0).Output;
        string[] parts =
        [
            "leaked! What should I do?", "First of all:", "What it is used for", "Keep it out of the code", "How to generate one", "How it could have leaked", "What a leak risks",
            "Good practice", "Was it used by someone else?", "Revoke it", "Rotate it", "Which services will stop working?", "References", "See also",
        ];
        var places = parts.Select(part => output.IndexOf(part, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(place => place >= 0);
        places.ShouldBe(places.Order());
    }

    [Fact]
    public void ProseIsWrappedAndHasNoColourInAPipe()
    {
        using var here = new Sandbox();
        var output = here.Stanch("guide", "slack-bot-token").ShouldExit(0).Output;
        output.ShouldNotContain("\e");
        output.Split('\n').Where(line => !line.Contains("https://", StringComparison.Ordinal) && !line.StartsWith("      ", StringComparison.Ordinal)).ShouldAllBe(line => line.Length <= 100);
    }

    [Fact]
    public void FactsStandWithTheDayOnWhichTheyWereRead()
    {
        using var here = new Sandbox();
        here.Stanch("guide", "circleci-project-token").ShouldExit(0).Output.ShouldMatch(@"Revoke it \((verified \d{4}-\d\d-\d\d|not verified)\)");
    }

    [Fact]
    public void AnOwnDetectorSaysThatNothingIsKnown()
    {
        using var here = new Sandbox().File(".stanch.yaml", OwnDetectors.Configuration);
        here.Stanch("guide", "acme-token").ShouldExit(0).Output.ShouldContain("says nothing of a way out");
    }

    [Fact]
    public void AnIdThatDoesNotExistNamesTheNearest()
    {
        using var here = new Sandbox();
        here.Stanch("guide", "slack-bot-tokn").ShouldExit(2).Error.ShouldContain("did you mean 'slack-bot-token'?");
    }
}
