using Microsoft.Extensions.Time.Testing;
using Stanch.Cli.Terminals;
using Stanch.Detection.Scanning;

namespace Stanch.Cli.Tests;

public sealed class ProgressTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void AShortScanShowsNothing()
    {
        using (Line(new ScanProgress(1, 2, 3))) _time.Advance(TimeSpan.FromMilliseconds(499));
        _terminal.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void ALongOneShowsOneLineWhichIsTakenAwayAtTheEnd()
    {
        using (Line(new ScanProgress(1234, 5_000_000, 1)))
        {
            _time.Advance(TimeSpan.FromMilliseconds(500));
            _terminal.ToString().ShouldBe("\r\x1b[K1,234 blobs, 5.0 MB, 10 MB/s, 1 finding");
            _time.Advance(TimeSpan.FromMilliseconds(500));
            _terminal.ToString().ShouldEndWith("\r\x1b[K1,234 blobs, 5.0 MB, 5 MB/s, 1 finding");
        }

        _terminal.ToString().ShouldEndWith("\r\x1b[K");
        _terminal.ToString().ShouldNotContain('\n');
        var length = _terminal.ToString().Length;
        _time.Advance(TimeSpan.FromSeconds(9));
        _terminal.ToString().Length.ShouldBe(length);
    }

    [Fact]
    public void ALineNeverWraps()
    {
        using (Line(new ScanProgress(long.MaxValue, long.MaxValue, int.MaxValue), width: 30)) _time.Advance(TimeSpan.FromSeconds(1));
        _terminal.ToString().Split("\r\x1b[K").ShouldAllBe(line => line.Length < 30);
    }

    [Fact]
    public void OnATerminalTheLineComesAndGoesAndTheReportHasColour()
    {
        using var here = new Sandbox();
        here.Shell("mkfifo", "pipe");
        using var run = here.StartInTerminal("pipe", "scan", "-");
        using (var pipe = new StreamWriter(here.At("pipe")))
        {
            pipe.Write(Fake.SlackBotToken());
            pipe.Flush();
            run.Output.WaitFor(" MB/s, ");
        }

        var outcome = run.WaitForEnd().ShouldExit(1);
        outcome.Output.ShouldContain("\x1b[K\x1b[");
        outcome.Output.ShouldContain("Slack Bot Token");
    }

    [Theory]
    [InlineData("CI", "true", "")]
    [InlineData("TERM", "dumb", "")]
    [InlineData("X", "x", "--quiet")]
    public void WhereNobodyLooksThereIsNone(string variable, string value, string option)
    {
        using var here = new Sandbox().With(variable, value).With("STANCH_TEST", "1");
        here.Shell("mkfifo", "pipe");
        using var run = here.StartInTerminal("pipe", "scan", "-", option, "--no-color");
        using (var pipe = new StreamWriter(here.At("pipe"))) pipe.Write("nothing");
        run.WaitForEnd().ShouldExit(0).Output.ShouldNotContain('\x1b');
    }

    [Theory]
    [InlineData("NO_COLOR", "1", "")]
    [InlineData("TERM", "dumb", "")]
    [InlineData("CI", "true", "")]
    [InlineData("X", "x", "--no-color")]
    public void ColourIsLeftOutOnRequest(string variable, string value, string option)
    {
        using var here = new Sandbox().File("a", Fake.SlackBotToken()).With(variable, value);
        using var run = here.StartInTerminal("/dev/null", "scan", "a", "--quiet", option);
        run.WaitForEnd().ShouldExit(1).Output.ShouldNotContain('\x1b');
    }

    private ProgressLine Line(ScanProgress progress, int width = 80) => new(_terminal, width, () => progress, _time);
}
