using System.Text;

namespace Stanch.Cli.Tests;

/// <summary>What is read is hostile, or broken: each kind has a clear message and the documented exit code, and nothing hangs.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void AnUnreadableFileIsNamedAndTheRestIsRead()
    {
        using var here = new Sandbox().File("a", "secret").File("b", Fake.SlackBotToken()).File("c/d", "x");
        here.AsNobody().Shell("chmod", "000", "a", "c");
        var outcome = here.Stanch("scan", "--fail-on", "never").ShouldExit(3);
        outcome.Output.ShouldContain("Slack Bot Token");
        outcome.Output.ShouldContain("a  unreadable: ");
        outcome.Output.ShouldContain("c  unreadable: ");
        here.Stanch("scan").ShouldExit(1);
        here.Stanch("scan", "--fail-on", "never", "--incomplete", "warn").ShouldExit(0);
    }

    [Fact]
    public void OneVeryLongLineIsReadToItsEnd()
    {
        using var here = new Sandbox();
        const int Megabytes = 24;
        using (var file = File.OpenWrite(here.At("long")))
        {
            var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("abc, ", 1 << 18)));
            for (var written = 0; written < Megabytes << 20; written += piece.Length) file.Write(piece);
            file.Write(Encoding.ASCII.GetBytes(Fake.SlackBotToken()));
        }

        var outcome = here.Stanch("scan").ShouldExit(1);
        outcome.Output.ShouldContain("Slack Bot Token");
        outcome.Output.Length.ShouldBeLessThan(4000);
    }

    [Fact]
    public void ALargeFileIsStreamedInLittleMemory()
    {
        using var here = new Sandbox();
        using (var file = File.OpenWrite(here.At("large")))
        {
            file.Write(Encoding.ASCII.GetBytes(Fake.SlackBotToken(1)));
            file.Seek(512L << 20, SeekOrigin.Begin);
            file.Write(Encoding.ASCII.GetBytes("\n" + Fake.SlackBotToken(2)));
        }

        // Sparse, so it costs no disk; the limit of the heap shows that it is never held whole.
        here.With("DOTNET_GCHeapHardLimit", "0x6000000");
        ScanTests.Findings(here.Stanch("scan", "--report", "jsonl").ShouldExit(1)).Count.ShouldBe(2);
    }

    [Fact]
    public void ANameWithALineFeedOrEscapeCodesIsHarmless()
    {
        using var here = new Sandbox().File("a\nb\x1b[31m", Fake.SlackBotToken());
        var outcome = here.Stanch("scan").ShouldExit(1);
        outcome.Output.ShouldContain(@"a\nb\x1b[31m:1:1");
        outcome.Output.ShouldNotContain('\x1b');
        here.Stanch("explain", "a\nb\x1b[31m:1").ShouldExit(0).Output.ShouldNotContain('\x1b');
        here.Stanch("scan", "no\x1b[31m").ShouldExit(2).Error.ShouldNotContain('\x1b');
    }

    [Fact]
    public void ANameThatIsNoUtf8IsRead()
    {
        using var here = new Sandbox().File("x", Fake.SlackBotToken());
        here.Shell("bash", "-c", "mv x $'\\xff\\xfe.env'");
        here.Stanch("scan").ShouldExit(1).Output.ShouldContain("Slack Bot Token");
    }

    [Fact]
    public void LinksThatLoopOrLeaveTheTreeAreNotFollowed()
    {
        using var here = new Sandbox().File("out/secret", Fake.SlackBotToken()).In("tree").File("a", "x");
        File.CreateSymbolicLink(here.At("loop"), "loop");
        Directory.CreateSymbolicLink(here.At("up"), "..");
        File.CreateSymbolicLink(here.At("leaves"), "../out/secret");
        var outcome = here.Stanch("scan", "--report", "jsonl").ShouldExit(0);
        outcome.Output.ShouldContain("\"path\":\"leaves\",\"reason\":\"special-file\"");
    }

    [Fact]
    public void AFifoInATreeIsNamedAndNotWaitedFor()
    {
        using var here = new Sandbox().File("a", "x");
        here.Shell("mkfifo", "pipe");
        here.Stanch("scan", "--report", "jsonl").ShouldExit(0).Output.ShouldContain("\"path\":\"pipe\",\"reason\":\"special-file\"");
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    [InlineData("pipe")]
    public void ADeviceOrFifoThatIsNamedIsRefusedAndSaysWhatToDo(string target)
    {
        using var here = new Sandbox();
        here.Shell("mkfifo", "pipe");
        here.Stanch("scan", target).ShouldExit(2).Error.ShouldContain("stanch scan -");
    }

    [Fact]
    public void APatternThatWouldHangIsRefusedOrRunsInLinearTime()
    {
        using var here = new Sandbox().File("a", $"evil_{new string('a', 200_000)}!\n");
        here.File(".stanch.yaml", "detectors:\n  custom:\n    - id: evil\n      name: Evil\n      severity: low\n      keywords: [evil_]\n      pattern: 'evil_(a+)+$'\n");
        var outcome = here.Stanch("scan").ShouldExit(2);
        outcome.Error.ShouldContain(".stanch.yaml:7:");
        outcome.Error.ShouldContain("the pattern is refused");
        here.File(".stanch.yaml", "ignore:\n  - pattern: '(a+)+b'\n    reason: slow elsewhere\n");
        here.Stanch("scan").ShouldExit(0);
    }

    [Fact]
    public void ATypoInAKeyOfTheConfigurationNamesTheNearestOne()
    {
        using var here = new Sandbox().File(".stanch.yaml", "version: 1\nexlude: [a]\n");
        var outcome = here.Stanch("scan").ShouldExit(2);
        outcome.Error.ShouldContain(".stanch.yaml:2:1: unknown key 'exlude' in the configuration; did you mean 'exclude'?");
        here.Stanch("scan", "--no-config").ShouldExit(0);
    }

    [Fact]
    public void ABrokenConfigurationInASubFolderIsNotObeyedAndFailsTheScan()
    {
        using var here = new Sandbox().File("sub/.stanch.yaml", "exlude: [a]\n").File("sub/a", "x").File(".stanch.yaml", "version: 1\n");
        var outcome = here.Stanch("scan").ShouldExit(2);
        outcome.Error.ShouldContain("sub/.stanch.yaml:1:1");
        outcome.Output.ShouldContain("No secrets found");
    }

    [Fact]
    public void ADetectorThatDoesNotExistIsNamed()
    {
        using var here = new Sandbox().File(".stanch.yaml", "detectors:\n  disable: [slack-bot-tokn]\n");
        here.Stanch("scan").ShouldExit(2).Error.ShouldContain("did you mean 'slack-bot-token'?");
    }

    [Fact]
    public void AnEmptyFolderAndAnEmptyInputAreClean()
    {
        using var here = new Sandbox();
        here.Stanch("scan").ShouldExit(0);
        here.Stanch("scan", "-").ShouldExit(0);
    }

    [Fact]
    public void AReportThatCannotBeWrittenFailsAfterTheOthersWereWritten()
    {
        using var here = new Sandbox().File("a", Fake.SlackBotToken()).In("taken").In("..");
        var outcome = here.Stanch("scan", "--report", "json=taken", "--report", "csv").ShouldExit(2);
        outcome.Error.ShouldContain("cannot be written to 'taken'");
        outcome.Output.ShouldContain("slack-bot-token");
    }

    [Fact]
    public void AFullDiskIsSaid()
    {
        using var here = new Sandbox().File("a", Fake.SlackBotToken());
        var program = Path.Join(AppContext.BaseDirectory, "stanch");
        here.Shell("bash", "-c", $"'{program}' scan > /dev/full 2> err; echo $? > code");
        here.Read("code").ShouldBe("2\n");
        here.Read("err").ShouldContain("standard output cannot be written");
    }
}
