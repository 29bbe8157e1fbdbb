namespace Stanch.Cli.Tests.Redact;

public sealed class RedactTests
{
    [Fact]
    public void ASecretInALogIsReplacedAndTheRestStays()
    {
        using var here = new Sandbox().Input($"building…\nSLACK={Fake.SlackBotToken()} ok\n\tdone");
        var outcome = here.Stanch("redact").ShouldExit(0);
        outcome.Output.ShouldBe("building…\nSLACK=[redacted:slack-bot-token] ok\n\tdone");
        outcome.Error.ShouldBeEmpty();
    }

    [Fact]
    public void ALineComesOutWhileTheInputIsStillOpen()
    {
        using var here = new Sandbox();
        using var run = here.Start("redact");
        run.Write($"token {Fake.SlackBotToken()}\nnext");
        run.Output.WaitFor("token [redacted:slack-bot-token]\n");
        run.Write(" line\n");
        run.Output.WaitFor("next line\n");
        run.Finish().ShouldExit(0);
    }

    [Fact]
    public void CtrlCEndsTheProgramBeforeItAndNotTheFilter()
    {
        using var here = new Sandbox();
        using var run = here.Start("redact");
        run.Write("one\n");
        run.Output.WaitFor("one\n");
        run.Signal("INT");
        run.Write($"last words {Fake.SlackBotToken()}\n");
        run.Finish().ShouldExit(0).Output.ShouldBe("one\nlast words [redacted:slack-bot-token]\n");
    }

    [Theory]
    [InlineData("confirmed", false)]
    [InlineData("likely", true)]
    [InlineData("review", true)]
    public void TheEvidenceDecidesWhatIsHidden(string evidence, bool hidden)
    {
        using var here = new Sandbox().Input(Fake.PasswordLine() + "\n");
        here.Stanch("redact", "--evidence", evidence).ShouldExit(0).Output.Contains("[redacted:", StringComparison.Ordinal).ShouldBe(hidden);
    }

    [Fact]
    public void OnlyTheDetectorsThatAreAskedForHide()
    {
        using var here = new Sandbox().Input(Fake.SlackBotToken() + "\n");
        here.Stanch("redact", "--detectors", "github-*").ShouldExit(0).Output.ShouldBe(Fake.SlackBotToken() + "\n");
    }

    [Fact]
    public void AnUnknownEvidenceIsAnErrorOfTheCommandLine()
    {
        using var here = new Sandbox().Input("a\n");
        here.Stanch("redact", "--evidence", "sure").ShouldExit(2).Error.ShouldContain("--evidence cannot be 'sure'");
    }
}
