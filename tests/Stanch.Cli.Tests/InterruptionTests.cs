using System.Net;
using System.Net.Sockets;

namespace Stanch.Cli.Tests;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void AScanThatIsInterruptedReportsWhatItFound(string signal)
    {
        using var here = new Sandbox().File("sub/a", Fake.SlackBotToken());
        using var run = here.Start("scan", "sub", "-", "--progress");
        run.Error.WaitFor("1 finding");
        run.Signal(signal);
        var outcome = run.WaitForEnd().ShouldExit(1);
        outcome.Output.ShouldContain("Slack Bot Token");
        outcome.Output.ShouldContain("interrupted");
        here.LeftBehind.ShouldBeEmpty();
    }

    [Fact]
    public void WithNothingThatBlocksItIsIncomplete()
    {
        using var here = new Sandbox().File("sub/a", "nothing");
        using var run = here.Start("scan", "sub", "-", "--progress", "--report", "jsonl", "--report", "json=out.json");
        run.Error.WaitFor("1 blobs");
        run.Signal("INT");
        var outcome = run.WaitForEnd().ShouldExit(3);
        outcome.Output.ShouldContain("\"reason\":\"interrupted\"");
        outcome.Output.ShouldContain("\"exitCode\":3");
        here.Read("out.json").ShouldContain("interrupted");
        Directory.GetFiles(here.Work).Select(Path.GetFileName).ShouldBe(["out.json"]);
    }

    [Fact]
    public void AScanWhoseTimeIsUpIsIncomplete()
    {
        using var here = new Sandbox();
        using var run = here.Start("scan", "-", "--max-time", "1s", "--report", "jsonl");
        var outcome = run.WaitForEnd().ShouldExit(3);
        outcome.Output.ShouldContain("\"reason\":\"limit\"");
        outcome.Output.ShouldContain("its time was up (1 s)");
    }

    [Fact]
    public void ACloneThatIsInterruptedLeavesNothingBehind()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var here = new Sandbox();
        using var run = here.Start("scan", "git", $"git://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/x.git");
        using var client = server.AcceptTcpClient();
        run.Signal("INT");
        run.WaitForEnd().ShouldExit(3);
        here.LeftBehind.ShouldBeEmpty();
    }
}
