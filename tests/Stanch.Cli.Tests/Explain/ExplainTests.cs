namespace Stanch.Cli.Tests.Explain;

public sealed class ExplainTests
{
    [Fact]
    public void WhatIsFoundIsExplainedInWordsAndRedacted()
    {
        var token = Fake.SlackBotToken();
        using var here = new Sandbox().File("a.env", $"x=1\nSLACK={token}\n");
        var output = here.Stanch("explain", "a.env:2").ShouldExit(0).Output;
        output.ShouldContain("(slack-bot-token)");
        output.ShouldContain("It has this secret's own, specific format. (format)");
        output.ShouldContain("failOn is");
        output.ShouldNotContain(token);
    }

    [Theory]
    [InlineData("circle_token = {hex:40}a", "is a part of a longer word")]
    [InlineData("circle_token = /srv/{hex:40}/x", "the value is something else: a path")]
    [InlineData("circle_sha1: {hex:40}", "the name says that it is no credential")]
    [InlineData("circle_token = abababababababababababababababababababab", "bits a character")]
    [InlineData("circle_token = {hex:8}", "the value is too short to be one")]
    [InlineData("acircle_token = {hex:8}", "the keyword is the end of another word")]
    [InlineData("a circle of friends", "no value is assigned")]
    [InlineData("nothing here", "has no keyword on this line")]
    public void WhatIsNotFoundNamesTheGate(string template, string said)
    {
        using var here = new Sandbox().File("a.env", Fake.Fill(template) + "\n");
        here.Stanch("explain", "a.env:1", "--detector", "circleci-project-token").ShouldExit(0).Output.ShouldContain(said);
    }

    [Fact]
    public void TheDetectorThatWonIsNamed()
    {
        using var here = new Sandbox().File("a.env", Fake.Fill("circle_token = {hex:40}\n"));
        here.Stanch("explain", "a.env:1", "--detector", "generic-token").ShouldExit(0).Output.ShouldContain("circleci-project-token found the same text and is more specific");
    }

    [Fact]
    public void ATestFolderIsAReason()
    {
        using var here = new Sandbox().File("tests/a.env", Fake.Fill("circle_token = {hex:40}\n"));
        here.Stanch("explain", "tests/a.env:1").ShouldExit(0).Output.ShouldContain("It stands in a test. (test-path)");
    }

    [Fact]
    public void ACommentBesideItIsNamedWithItsReason()
    {
        using var here = new Sandbox().File("a.env", $"SLACK={Fake.SlackBotToken()} # stanch:ignore: a demonstration\n");
        here.Stanch("explain", "a.env:1").ShouldExit(0).Output.ShouldContain("ignored by a comment beside it: a demonstration");
    }

    [Fact]
    public void AnIgnoreOfTheConfigurationIsNamed()
    {
        using var here = new Sandbox()
            .File(".stanch.yaml", "ignore:\n  - path: a.env\n    reason: not ours\n    owner: ada\n")
            .File("a.env", $"SLACK={Fake.SlackBotToken()}\n");
        here.Stanch("explain", "a.env:1").ShouldExit(0).Output.ShouldContain("ignored by the configuration: not ours");
    }

    [Theory]
    [InlineData("a.env:9", "has 2 lines, and no line 9")]
    [InlineData("a.env:0", "is no place")]
    [InlineData("b.env:1", "no such file: 'b.env'")]
    public void APlaceThatIsNotThereIsAnError(string place, string said)
    {
        using var here = new Sandbox().File("a.env", "x=1\n");
        here.Stanch("explain", place).ShouldExit(2).Error.ShouldContain(said);
    }

    [Fact]
    public void ADetectorThatDoesNotExistNamesTheNearest()
    {
        using var here = new Sandbox().File("a.env", "x=1\n");
        here.Stanch("explain", "a.env:1", "--detector", "slack-bot-tokn").ShouldExit(2).Error.ShouldContain("did you mean 'slack-bot-token'?");
    }
}
