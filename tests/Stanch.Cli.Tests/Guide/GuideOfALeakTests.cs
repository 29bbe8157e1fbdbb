using System.Text.Json;

namespace Stanch.Cli.Tests.Guide;

/// <summary><c>stanch guide --finding</c>: the page of one leak, in real repositories.</summary>
public sealed class GuideOfALeakTests
{
    [Fact]
    public void ItsFilesCommitsAndNamesAreFilledInAndItsValueIsNot()
    {
        var token = Fake.SlackBotToken();
        using var here = new Sandbox().Git("init").File("old.env", $"X={token}\n").Commit("first").Delete("old.env").File("bot.rb", $"# the bot\nTEAM_BOT_TOKEN = \"{token}\"\n").Commit("second");
        var outcome = here.Stanch("guide", "--finding", "bot.rb:2").ShouldExit(0);
        outcome.Output.ShouldContain("My Slack Bot Token leaked!");
        var unwrapped = string.Join(' ', outcome.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        unwrapped.ShouldMatch(@"bot\.rb:2, since commit [0-9a-f]{12} by Ada");
        unwrapped.ShouldMatch(@"old\.env:1, since commit [0-9a-f]{12} by Ada <ada@example\.com> on [-0-9]{10}, taken away by [0-9a-f]{12}");
        outcome.Output.ShouldContain("A commit holds it");
        outcome.Output.ShouldContain("team_bot_token = ENV.fetch(\"TEAM_BOT_TOKEN\")", customMessage: "the language is the file's, the name its own");
        (outcome.Output + outcome.Error).ShouldNotContain(token);
    }

    [Fact]
    public void AFingerprintNamesTheSameFinding()
    {
        using var here = new Sandbox().Git("init").File("a.env", $"SLACK_BOT_TOKEN={Fake.SlackBotToken()}\n").Commit("first");
        here.Stanch("baseline", "create").ShouldExit(0);
        var byPlace = JsonDocument.Parse(here.Stanch("guide", "--finding", "a.env:1", "--format", "json").ShouldExit(0).Output).RootElement;
        var fingerprint = byPlace.GetProperty("incident").GetProperty("fingerprint").GetString()!;
        var byFingerprint = JsonDocument.Parse(here.Stanch("guide", "--finding", fingerprint, "--format", "json").ShouldExit(0).Output).RootElement;
        JsonElement.DeepEquals(byFingerprint, byPlace).ShouldBeTrue();
        byPlace.GetProperty("incident").GetProperty("committed").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void WhatIsNotCommittedYetNeedsNoReplacement()
    {
        using var here = new Sandbox().Git("init").File("readme", "x\n").Commit("first").File("a.env", $"SLACK_BOT_TOKEN={Fake.SlackBotToken()}\n");
        here.Stanch("guide", "--finding", "a.env:1").ShouldExit(0).Output.ShouldContain("No commit holds it yet");
    }

    [Fact]
    public void AFolderWithoutAHistoryTellsNothingOfWhoHadIt()
    {
        using var here = new Sandbox().File("a.env", $"SLACK_BOT_TOKEN={Fake.SlackBotToken()}\n");
        here.Stanch("guide", "--finding", "a.env:1").ShouldExit(0).Output.ShouldContain("There is no history here");
    }

    [Theory]
    [InlineData("guide", "name a kind of secret")]
    [InlineData("guide --finding somewhere", "'somewhere' names no finding")]
    [InlineData("guide --finding h1:AAAAAAAAAAAAAAAAAAAAAA", "has no fingerprint key")]
    [InlineData("guide --finding readme:1", "nothing is found at readme:1")]
    [InlineData("guide github-personal-access-token --finding a.env:1", "github-personal-access-token found nothing at a.env:1")]
    [InlineData("guide slack-bot-token --format pdf", "pdf")]
    [InlineData("guide slack-bot-token --language cobol", "cobol")]
    public void WhatCannotBeIsSaid(string arguments, string message)
    {
        using var here = new Sandbox().File("readme", "x\n").File("a.env", $"SLACK_BOT_TOKEN={Fake.SlackBotToken()}\n");
        here.Stanch(arguments.Split(' ')).ShouldExit(2).Error.ShouldContain(message);
    }

    [Theory]
    [InlineData("markdown", "# My Slack Bot Token leaked! What should I do?")]
    [InlineData("html", "<h1>My Slack Bot Token leaked! What should I do?</h1>")]
    [InlineData("json", "\"title\": \"My Slack Bot Token leaked! What should I do?\"")]
    public void TheOtherFormatsAreWritten(string format, string part)
    {
        using var here = new Sandbox();
        here.Stanch("guide", "slack-bot-token", "--format", format).ShouldExit(0).Output.ShouldContain(part);
    }
}
