using Stanch.Cli.Tests.Verbs;

namespace Stanch.Cli.Tests.Ignore;

public sealed class IgnoreTests : IDisposable
{
    private readonly ProjectSandbox _project = new();
    private readonly string _first = Made.SlackToken(1);
    private readonly string _second = Made.SlackToken(2);

    public void Dispose() => _project.Dispose();

    [Fact]
    public void AFindingAtALineIsIgnoredByItsFingerprintInItsFile()
    {
        _project.Write("src/a.py", $"\nA = \"{_first}\"\nB = \"{_second}\"\n");
        _project.Stanch("ignore", "src/a.py:2", "--reason", "made up", "--owner", "ada", "--expires", "2999-12-31").ShouldEndWith(0).ShouldNotShow(_first, _second);
        _project.Configuration.ShouldContain("path: /src/a.py");
        _project.Configuration.ShouldContain("fingerprint: 'h1:");
        _project.Configuration.ShouldContain("reason: 'made up'");
        _project.Configuration.ShouldContain("owner: ada");
        _project.Configuration.ShouldContain("expires: 2999-12-31");
        var scanned = _project.Stanch("scan", "--report", "json").ShouldEndWith(1).Output;
        scanned.ShouldContain("\"line\": 3");
        _project.Stanch("ignore", "src/a.py:3", "--reason", "made up").ShouldEndWith(0);
        _project.Stanch("scan").ShouldEndWith(0);
    }

    [Fact]
    public void APlaceIsMeantAsItIsSeenFromTheCurrentFolder()
    {
        _project.Write("src/a.py", $"A = \"{_first}\"\n");
        _project.StanchIn(_project.At("src"), "ignore", "a.py:1", "--reason", "made up").ShouldEndWith(0);
        _project.Configuration.ShouldContain("path: /src/a.py");
    }

    [Fact]
    public void CommentsAndLayoutStayAsTheyAre()
    {
        const string Before = "# ours\nversion: 1\n\nignore:   # decisions\n    - path: old/   # why\n      reason: old\n# the end\n";
        _project.Write(".stanch.yaml", Before);
        _project.Stanch("ignore", "--path", "docs/*.md", "--reason", "made up").ShouldEndWith(0);
        var added = _project.Configuration.Split('\n').Except(Before.Split('\n')).ToList();
        added.Count.ShouldBe(2);
        Before.Split('\n').ShouldAllBe(line => _project.Configuration.Split('\n').Contains(line));
        _project.Stanch("config", "check").ShouldEndWith(0);
    }

    [Fact]
    public void APathWithCharactersOfAGlobCoversThatFileOnly()
    {
        _project.Write("[a]*.py", $"A = \"{_first}\"\n").Write("a1.py", $"A = \"{_first}\"\n");
        _project.Stanch("ignore", "[a]*.py:1", "--reason", "made up").ShouldEndWith(0);
        _project.Stanch("scan").ShouldEndWith(1).Output.ShouldContain("a1.py");
    }

    [Fact]
    public void ADetectorIsIgnoredByItsId()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n");
        _project.Stanch("ignore", "--detector", "slack-*", "--reason", "a test workspace").ShouldEndWith(0);
        _project.Stanch("scan").ShouldEndWith(0);
    }

    [Fact]
    public void WhatIsIgnoredAlreadyIsNotWrittenTwice()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n");
        _project.Stanch("ignore", "a.py:1", "--reason", "made up").ShouldEndWith(0);
        var before = _project.Configuration;
        _project.Stanch("ignore", "a.py:1", "--reason", "made up again").ShouldEndWith(0).Output.ShouldContain("already");
        _project.Configuration.ShouldBe(before);
    }

    [Fact]
    public void AnIgnoreThatIsPastIsNotWritten()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n");
        _project.Stanch("ignore", "a.py:1", "--reason", "made up", "--expires", "2020-01-31").ShouldEndWith(2).Error.ShouldContain("2020-01-31 is past");
        _project.Stanch("scan").ShouldEndWith(1);
    }

    [Fact]
    public void TheListMarksWhatHasExpiredOrHasNoReason()
    {
        _project.Write(".stanch.yaml", "ignore:\n  - path: a/\n  - path: b/\n    reason: made up\n    expires: 2020-01-31\n");
        var lines = _project.Stanch("ignore", "list").ShouldEndWith(0).Output.Split('\n');
        lines.ShouldContain(line => line.Contains("path a/") && line.Contains("no reason given"));
        lines.ShouldContain(line => line.Contains("path b/") && line.Contains("expires 2020-01-31") && line.Contains("expired"));
    }

    [Fact]
    public void AnIgnoreIsRemovedByItsFingerprintAndByItsPlace()
    {
        _project.Write("a.py", $"A = \"{_first}\"\n");
        _project.Stanch("ignore", "a.py:1", "--reason", "made up").ShouldEndWith(0);
        var fingerprint = _project.Configuration.Split('\'').Single(part => part.StartsWith("h1:", StringComparison.Ordinal));
        _project.Stanch("ignore", "remove", fingerprint).ShouldEndWith(0);
        _project.Stanch("scan").ShouldEndWith(1);
        _project.Stanch("ignore", "a.py:1", "--reason", "made up").ShouldEndWith(0);
        _project.Stanch("ignore", "remove", "a.py:1").ShouldEndWith(0);
        _project.Stanch("scan").ShouldEndWith(1);
    }

    [Fact]
    public void AnIgnoreIsRemovedByItsNumber()
    {
        _project.Write(".stanch.yaml", "ignore:\n  - path: a/\n    reason: one\n  - path: b/ # kept\n    reason: two\n");
        _project.Stanch("ignore", "remove", "1").ShouldEndWith(0);
        _project.Configuration.ShouldBe("ignore:\n  - path: b/ # kept\n    reason: two\n");
        _project.Stanch("ignore", "remove", "7").ShouldEndWith(2).Error.ShouldContain("7");
    }

    [Theory]
    [InlineData("FILE:LINE", "ignore")]
    [InlineData("nothing is found at a.py:1", "ignore", "a.py:1", "--reason", "r")]
    [InlineData("--expires", "ignore", "--path", "x/", "--reason", "r", "--expires", "tomorrow")]
    [InlineData("did you mean 'slack-bot-token'?", "ignore", "--detector", "slack-bot-tokne", "--reason", "r")]
    [InlineData("stanch ignore list", "ignore", "remove", "nothing-like-this")]
    public void WhatCannotBeIgnoredIsSaid(string said, params string[] arguments)
    {
        _project.Write("a.py", "x = 1\n");
        _project.Stanch(arguments).ShouldEndWith(2).Error.ShouldContain(said);
        File.Exists(_project.At(".stanch.yaml")).ShouldBeFalse();
    }
}
