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

    [Fact]
    public void AnotherSignalEndsIt()
    {
        using var here = new Sandbox();
        using var run = here.Start("redact");
        run.Write("one\n");
        run.Output.WaitFor("one\n");
        run.Signal("TERM");
        run.WaitForEnd().Exit.ShouldBe(143);
    }

    [Fact]
    public void AReaderThatHasGoneEndsIt()
    {
        using var here = new Sandbox();
        here.Try("sh", "-c", $"yes | '{Sandbox.Program}' redact | head -n 1").ShouldExit(0).Output.ShouldBe("y\n");
    }

    [Fact]
    public void AClosedInputIsAnErrorAndNotWhatTheRuntimeOpensInItsPlace()
    {
        using var here = new Sandbox();
        foreach (var verb in new[] { "redact", "scan -", "check -", "mcp", "hook run pre-push origin url" })
        {
            var outcome = here.Try("sh", "-c", $"'{Sandbox.Program}' {verb} <&-").ShouldExit(2);
            outcome.Output.ShouldBeEmpty(verb);
            outcome.Error.ShouldContain("standard input is closed", customMessage: verb);
        }
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
