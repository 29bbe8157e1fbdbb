namespace Stanch.Cli.Tests;

/// <summary>What is wrong with a command line is said in one message that names the nearest thing that would be right; exit code 2.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("scna", "there is no command 'scna'; did you mean 'scan'?")]
    [InlineData("scan --detecotrs x", "there is no option '--detecotrs' here; did you mean '--detectors'?")]
    [InlineData("scan --nonsense", "there is no option '--nonsense' here")]
    [InlineData("scan git a b", "'b' is one argument too many")]
    [InlineData("scan . git", "'.' stands before 'git'")]
    [InlineData("scan --report", "required argument missing for option: '--report'")]
    [InlineData("scan --report xml", "There is no report format 'xml'")]
    [InlineData("scan --report json=", "'json=' names no file")]
    [InlineData("scan --report json=no/such/folder/x.json", "there is no folder")]
    [InlineData("scan --report json=x --report sarif=x", "would all be written to x")]
    [InlineData("scan --fail-on likly", "--fail-on cannot be 'likly'; did you mean 'likely'?")]
    [InlineData("scan --min-severity hihg", "--min-severity cannot be 'hihg'; did you mean 'high'?")]
    [InlineData("scan --incomplete maybe", "--incomplete cannot be 'maybe'; there are fail, warn")]
    [InlineData("scan --jobs 0", "--jobs must be from 1 to 256, not 0")]
    [InlineData("scan --jobs 99999", "--jobs must be from 1 to 256, not 99999")]
    [InlineData("scan --jobs many", "--jobs must be a number, not 'many'")]
    [InlineData("scan --max-time 1x", "--max-time must be a time such as 90s, 10m or 1h30m, not '1x'")]
    [InlineData("scan --config no.yaml", "--config names 'no.yaml', which does not exist")]
    [InlineData("scan --config x --no-config", "--config and --no-config exclude each other")]
    [InlineData("scan --baseline no.txt", "--baseline names 'no.txt', which does not exist")]
    [InlineData("scan --baseline x --no-baseline", "--baseline and --no-baseline exclude each other")]
    [InlineData("scan --detectors slack-bot-tokn", "no detector is called 'slack-bot-tokn'; did you mean 'slack-bot-token'?")]
    [InlineData("scan --detectors slack-*,-slack-*", "no detector is left to look with")]
    [InlineData("scan --exclude [", "--exclude '[' can never match")]
    [InlineData("scan missing", "no such file or folder: 'missing'. Name an existing path")]
    [InlineData("scan git .", "is not a git repository")]
    [InlineData("scan git missing", "'missing'")]
    [InlineData("guide slack-bot-tokn", "no detector is called 'slack-bot-tokn'; did you mean 'slack-bot-token'?")]
    [InlineData("detectors show nothing-like-it", "'stanch detectors list' lists them")]
    [InlineData("detectors test no.yaml", "no such file: 'no.yaml'")]
    [InlineData("explain here", "'here' is no place: write it as FILE:LINE")]
    [InlineData("explain no.txt:1", "no such file: 'no.txt'")]
    [InlineData("ignore", "say what to ignore")]
    [InlineData("ignore slack-bot-tokn", "did you mean 'slack-bot-token'?")]
    [InlineData("ignore no.txt:1", "nothing is found at no.txt:1")]
    [InlineData("ignore slack-bot-token --expires soon", "--expires must be a day written as 2027-01-31, not 'soon'")]
    [InlineData("ignore remove slack-*", "no ignore in .stanch.yaml is for 'slack-*'")]
    [InlineData("baseline update", "there is no baseline '.stanch-baseline' here")]
    [InlineData("import gitlaks x", "did you mean 'gitleaks'?")]
    [InlineData("import gitleaks no.toml", "no such file: 'no.toml'")]
    [InlineData("config show missing", "no such file or folder: 'missing'")]
    public void AWrongCommandLineSaysWhatIsWrong(string line, string message)
    {
        using var here = new Sandbox();
        var outcome = here.Stanch(line.Split(' ')).ShouldExit(2);
        outcome.Error.ShouldStartWith("stanch: ");
        outcome.Error.ShouldContain(message);
        outcome.Output.ShouldBeEmpty();
        here.LeftBehind.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("baseline")]
    [InlineData("config")]
    [InlineData("detectors")]
    [InlineData("import")]
    public void ACommandThatOnlyLeadsToOthersShowsThemAndIsNotClean(string line)
    {
        using var here = new Sandbox();
        var outcome = here.Stanch(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldExit(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldContain("needs a command");
        outcome.Error.ShouldContain("Commands:");
    }

    // A place was meant, and a value was pasted; or a shell variable was in the wrong argument. What a build's log holds is read by many.
    [Theory]
    [InlineData("check {0}")]
    [InlineData("scan {0}")]
    [InlineData("scan --{0}")]
    [InlineData("{0}")]
    [InlineData("ignore {0}")]
    [InlineData("explain {0}:1")]
    [InlineData("guide --finding {0}")]
    [InlineData("scan git --range {0}")]
    [InlineData("scan --report json={0}/x")]
    [InlineData("hook run commit-msg {0}")]
    public void AMessageDoesNotQuoteASecret(string line)
    {
        using var here = new Sandbox().Git("init", "--quiet");
        var outcome = here.Stanch(string.Format(System.Globalization.CultureInfo.InvariantCulture, line, Fake.SlackBotToken()).Split(' ')).ShouldExit(2);
        (outcome.Error + outcome.Output).ShouldNotContain(Fake.SlackBotToken());
        outcome.Error.ShouldContain("[redacted:slack-bot-token]");
    }

    [Fact]
    public void APathThatStartsWithADashStandsAfterTwoDashes()
    {
        using var here = new Sandbox().File("-x", Fake.SlackBotToken());
        here.Stanch("scan", "-x").ShouldExit(2).Error.ShouldContain("goes behind '--'");
        here.Stanch("scan", "--", "-x").ShouldExit(1).Output.ShouldContain("-x:1:1");
    }

    [Fact]
    public void TheVersionSaysWhatItLooksFor()
    {
        using var here = new Sandbox();
        var version = here.Stanch("version").ShouldExit(0).Output;
        version.ShouldMatch(@"^stanch \d+\.\d+\.\d+\S* \(catalogue [0-9a-f]+, \d+ detectors\)\n$");
        here.Stanch("--version").ShouldExit(0).Output.ShouldBe(version);
    }
}
