using System.Text.Json;

namespace Stanch.Cli.Tests;

public sealed class GitTests
{
    [Fact]
    public void ASecretThatWasTakenAwayIsFoundInTheHistoryWithItsCommits()
    {
        using var here = new Sandbox().Git("init", "--quiet").File("a.env", Fake.SlackBotToken()).Commit("brings").Delete("a.env").Commit("takes away");
        var added = here.Shell("git", "rev-parse", "HEAD~1").Trim();
        var removed = here.Shell("git", "rev-parse", "HEAD").Trim();
        here.Stanch("scan").ShouldExit(0);
        var outcome = here.Stanch("scan", "git", "--report", "jsonl").ShouldExit(1);
        ScanTests.Findings(outcome).ShouldBe(["a.env:1 slack-bot-token"]);
        var provenance = JsonDocument.Parse(outcome.Output.Split('\n')[0]).RootElement.GetProperty("provenance");
        provenance.GetProperty("commit").GetString().ShouldBe(added);
        provenance.GetProperty("removedBy").GetString().ShouldBe(removed);
        provenance.GetProperty("atHead").GetBoolean().ShouldBeFalse();
        provenance.GetProperty("author").GetString()!.ShouldContain("Ada");
    }

    // The message stands beside each finding of its commit, and is shown redacted as a finding of its own.
    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    [InlineData("html")]
    public void ASecretInACommitsMessageIsNotShownBesideItsFindings(string format)
    {
        var (inFile, inMessage) = (Fake.SlackBotToken(1), Fake.SlackBotToken(2));
        using var here = new Sandbox().Git("init", "--quiet").File("a.env", inFile).Commit($"uses {inMessage}").Delete("a.env").Commit("takes away");
        foreach (var only in new[] { "slack-*", "-generic-*" })
        {
            var report = here.Stanch("scan", "git", "--no-cache", "--detectors", only, "--report", format).ShouldExit(1).Output;
            report.ShouldNotContain(inFile);
            report.ShouldNotContain(inMessage);
        }

        here.Stanch("scan", "git", "--report", "json", "--show-secrets").ShouldExit(1).Output.ShouldContain($"uses {inMessage}");
    }

    [Fact]
    public void TheOptionsOfTheSourceAreThere()
    {
        using var here = new Sandbox().Git("init", "--quiet").File("a", Fake.SlackBotToken(1)).Commit("one").File("b", Fake.SlackBotToken(2)).Commit("two").File("c", Fake.SlackBotToken(3)).Git("add", "c");
        ScanTests.Findings(here.Stanch("scan", "git", ".", "--range", "HEAD~1..HEAD", "--report", "jsonl").ShouldExit(1)).ShouldBe(["b:1 slack-bot-token"]);
        ScanTests.Findings(here.Stanch("scan", "git", "--staged", "--report", "jsonl").ShouldExit(1)).ShouldBe(["c:1 slack-bot-token"]);
        here.Stanch("scan", "git", "--staged", "--range", "HEAD~1..HEAD").ShouldExit(2).Error.ShouldContain("exclude each other");
        here.Stanch("scan", "git", "--range", "nope..HEAD").ShouldExit(2).Error.ShouldContain("nope");
        ScanTests.Findings(here.Stanch("scan", "git", "--exclude", "a", "--report", "jsonl").ShouldExit(1)).ShouldBe(["b:1 slack-bot-token"]);
    }

    [Fact]
    public void AnAddressIsClonedAndNothingIsLeftBehind()
    {
        using var here = new Sandbox().In("origin").Git("init", "--quiet").File("a", Fake.SlackBotToken()).Commit("one").In("../elsewhere");
        ScanTests.Findings(here.Stanch("scan", "git", $"file://{here.At("../origin")}", "--report", "jsonl").ShouldExit(1)).ShouldBe(["a:1 slack-bot-token"]);
        here.LeftBehind.ShouldBeEmpty();
    }

    [Fact]
    public void TheConfigurationOfAnAddressIsNotObeyed()
    {
        using var here = new Sandbox().In("origin").Git("init", "--quiet").File("a", Fake.SlackBotToken()).File(".stanch.yaml", "exclude: ['*']\ndetectors:\n  disable: ['*']\n").Commit("one").In("../elsewhere");
        var address = $"file://{here.At("../origin")}";
        here.Stanch("scan", "git", address).ShouldExit(1);
        here.File("mine.yaml", "ignore: [{ path: a, reason: mine }]\n");
        here.Stanch("scan", "git", address, "--config", "mine.yaml").ShouldExit(0);
    }

    [Fact]
    public void CredentialsInAnAddressAreNotShown()
    {
        using var here = new Sandbox();
        var password = Fake.Fill("{alnum:20}");
        var outcome = here.Stanch("scan", "git", $"http://me:{password}@127.0.0.1:1/x.git").ShouldExit(2);
        outcome.Error.ShouldContain("could not be cloned");
        (outcome.Output + outcome.Error).ShouldNotContain(password);
        here.LeftBehind.ShouldBeEmpty();
    }

    [Fact]
    public void AnEmptyRepositoryIsClean()
    {
        using var here = new Sandbox().Git("init", "--quiet");
        here.Stanch("scan").ShouldExit(0);
        here.Stanch("scan", "git").ShouldExit(0);
    }

    [Fact]
    public void ADetachedHeadIsRead()
    {
        using var here = new Sandbox().Git("init", "--quiet").File("a", Fake.SlackBotToken()).Commit("one").Git("checkout", "--quiet", "--detach");
        here.Stanch("scan", "git").ShouldExit(1).Output.ShouldContain("a:1:1");
    }

    [Fact]
    public void ABareRepositoryIsRead()
    {
        using var here = new Sandbox().In("origin").Git("init", "--quiet").File("a", Fake.SlackBotToken()).Commit("one").Git("clone", "--quiet", "--bare", ".", "../bare.git").In("..");
        here.Stanch("scan", "git", "bare.git").ShouldExit(1).Output.ShouldContain("a:1:1");
    }

    [Fact]
    public void AShallowCloneIsIncompleteAndSaysHowToMendIt()
    {
        using var here = new Sandbox().In("origin").Git("init", "--quiet").File("a", "1").Commit("one").File("a", "2").Commit("two").In("..");
        here.Git("clone", "--quiet", "--depth", "1", $"file://{here.At("origin")}", "shallow");
        var outcome = here.Stanch("scan", "git", "shallow").ShouldExit(3);
        outcome.Output.ShouldContain("shallow");
        outcome.Output.ShouldContain("git fetch --unshallow");
        here.Stanch("scan", "git", "shallow", "--incomplete", "warn").ShouldExit(0);
    }

    [Fact]
    public void ACorruptPackIsIncomplete()
    {
        using var here = new Sandbox().Git("init", "--quiet");
        for (var i = 0; i < 20; i++) here.File($"f{i}", Fake.Fill("{alnum:4096}", i)).Commit($"{i}");
        here.Git("repack", "-adq");
        var pack = Directory.GetFiles(here.At(".git/objects/pack"), "*.pack").Single();
        File.SetAttributes(pack, FileAttributes.Normal);
        var bytes = File.ReadAllBytes(pack);
        bytes.AsSpan(bytes.Length / 2, 200).Fill(0xAA);
        File.WriteAllBytes(pack, bytes);
        var outcome = here.Stanch("scan", "git").ShouldExit(3);
        outcome.Output.ShouldContain("could not be read");
    }

    [Fact]
    public void ACorruptIndexIsSaid()
    {
        using var here = new Sandbox().Git("init", "--quiet").File("a", "x").Commit("one").Bytes(".git/index", [1, 2, 3]);
        var outcome = here.Stanch("scan", "git", "--staged");
        outcome.Exit.ShouldBeOneOf(2, 3);
        (outcome.Output + outcome.Error).ShouldContain("index");
    }

    [Fact]
    public void TheReportWithWhatEarlierScansKeptIsThatOfAScanAnew()
    {
        using var here = new Sandbox().Git("init", "--quiet").File("a.env", Fake.SlackBotToken(1)).Commit("brings").File("b.env", Fake.PasswordLine(2)).Commit("more").Delete("a.env").Commit("takes away");
        for (var i = 3; i < 6; i++)
        {
            here.File($"src/{i}.env", $"{Fake.SlackBotToken(i)}\n{Fake.PasswordLine(i)}").Commit($"{i}");
            foreach (var options in new[] { Array.Empty<string>(), ["--detectors", "slack-*"] })
            {
                var anew = Report(here, [.. options, "--no-cache"]);
                Report(here, options).ShouldBe(anew);
                Report(here, options).ShouldBe(anew);
            }
        }

        Directory.GetFiles(here.At(".git/stanch")).Length.ShouldBe(2);
    }

    [Fact]
    public void NothingIsKeptOfAClone()
    {
        using var here = new Sandbox().In("origin").Git("init", "--quiet").File("a", Fake.SlackBotToken()).Commit("one").In("../elsewhere");
        here.Stanch("scan", "git", $"file://{here.At("../origin")}").ShouldExit(1);
        Directory.Exists(Path.Join(here.Home, ".local")).ShouldBeFalse();
    }

    // Without the times, which are those of the run.
    private static string Report(Sandbox here, params string[] options) =>
        string.Join('\n', here.Stanch(["scan", "git", "--report", "json", .. options]).ShouldExit(1).Output.Split('\n').Where(line => !line.Contains("\"started\"", StringComparison.Ordinal) && !line.Contains("\"finished\"", StringComparison.Ordinal)));
}
