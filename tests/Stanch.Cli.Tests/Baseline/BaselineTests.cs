using System.Text.Json;
using Stanch.Cli.Tests.Verbs;

namespace Stanch.Cli.Tests.Baseline;

public sealed class BaselineTests : IDisposable
{
    private readonly ProjectSandbox _project = new();
    private readonly string _first = Made.SlackToken(1);
    private readonly string _second = Made.SlackToken(2);

    public void Dispose() => _project.Dispose();

    [Fact]
    public void WhatIsAcceptedNoLongerFailsAScanAndWhatIsNewDoes()
    {
        _project.Write("a.py", $"TOKEN = \"{_first}\"\n");
        _project.Stanch("scan").ShouldEndWith(1);
        var created = _project.Stanch("baseline", "create").ShouldEndWith(0).ShouldNotShow(_first);
        created.Output.ShouldContain("1 accepted");
        created.Error.ShouldContain("fingerprintKey");
        created.Error.ShouldContain("--key-file");
        _project.Configuration.ShouldContain("fingerprintKey: '");
        _project.Read(".stanch-baseline").ShouldNotContain(_first);
        _project.Stanch("scan").ShouldEndWith(0);
        _project.Write("b.py", $"TOKEN = \"{_second}\"\n");
        _project.Stanch("scan").ShouldEndWith(1);
    }

    [Fact]
    public void HistoryIsAcceptedToo()
    {
        _project.Write("old.py", $"TOKEN = \"{_first}\"\n");
        _project.Commit("leak");
        _project.Write("old.py", "");
        _project.Commit("gone");
        _project.Stanch("scan", "git").ShouldEndWith(1);
        _project.Stanch("baseline", "create").ShouldEndWith(0);
        _project.Stanch("scan", "git").ShouldEndWith(0);
    }

    [Fact]
    public void ABaselineThatExistsIsNotOverwritten()
    {
        _project.Write("a.py", $"TOKEN = \"{_first}\"\n");
        _project.Stanch("baseline", "create").ShouldEndWith(0);
        var before = _project.Read(".stanch-baseline");
        _project.Write("b.py", $"TOKEN = \"{_second}\"\n");
        _project.Stanch("baseline", "create").ShouldEndWith(2).Error.ShouldContain("--force");
        _project.Read(".stanch-baseline").ShouldBe(before);
        _project.Stanch("baseline", "create", "--force").ShouldEndWith(0).Output.ShouldContain("2 accepted");
    }

    [Fact]
    public void AnUpdateDropsWhatIsGoneAndTakesWhatIsNewOnRequestOnly()
    {
        _project.Write("a.py", $"TOKEN = \"{_first}\"\n");
        _project.Stanch("baseline", "create").ShouldEndWith(0);
        _project.Write("a.py", "").Write("b.py", $"TOKEN = \"{_second}\"\n");
        _project.Stanch("baseline", "update").ShouldEndWith(0).ShouldNotShow(_first, _second).Output.ShouldContain("0 kept, 1 dropped, 1 new, not accepted: --accept does");
        _project.Read(".stanch-baseline").ShouldNotContain(".py");
        _project.Stanch("baseline", "update", "--accept").ShouldEndWith(0).Output.ShouldContain("0 kept, 0 dropped, 1 new");
        _project.Read(".stanch-baseline").ShouldContain("slack-bot-token b.py");
    }

    [Fact]
    public void AnUpdateOfOneFolderLeavesTheOthersAlone()
    {
        _project.Write("x/a.py", $"TOKEN = \"{_first}\"\n").Write("y/b.py", $"TOKEN = \"{_second}\"\n");
        _project.Stanch("baseline", "create").ShouldEndWith(0);
        _project.Write("x/a.py", "").Write("y/b.py", "");
        _project.Stanch("baseline", "update", "x").ShouldEndWith(0).Output.ShouldContain("1 kept, 1 dropped");
    }

    [Fact]
    public void WhatHistoryStillHoldsIsKept()
    {
        _project.Write("a.py", $"TOKEN = \"{_first}\"\n");
        _project.Commit("leak");
        _project.Stanch("baseline", "create").ShouldEndWith(0);
        _project.Write("a.py", "");
        _project.Commit("gone");
        _project.Stanch("baseline", "update").ShouldEndWith(0).Output.ShouldContain("1 kept, 0 dropped");
    }

    [Fact]
    public void TheKeyOfAPublicRepositoryIsKeptElsewhere()
    {
        _project.Write("a.py", $"TOKEN = \"{_first}\"\n");
        var keyFile = Path.Combine(_project.Home, "keys", "project.key");
        _project.Stanch("baseline", "create", "--key-file", keyFile).ShouldEndWith(0);
        _project.Configuration.ShouldContain("fingerprintKeyFile:");
        _project.Configuration.ShouldContain("~/keys/project.key");
        _project.Configuration.ShouldNotContain(File.ReadAllText(keyFile).Trim());
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(keyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _project.Stanch("scan").ShouldEndWith(0);
    }

    [Fact]
    public void TheEntriesAreShownByDetectorAndPath()
    {
        _project.Write("a.py", $"TOKEN = \"{_first}\"\n");
        _project.Stanch("baseline", "create").ShouldEndWith(0);
        var shown = _project.Stanch("baseline", "show").ShouldEndWith(0).Output;
        shown.ShouldStartWith("slack-bot-token\n");
        shown.ShouldContain("a.py");
        using var json = JsonDocument.Parse(_project.Stanch("baseline", "show", "--json").ShouldEndWith(0).Output);
        var entry = json.RootElement.GetProperty("entries")[0];
        entry.GetProperty("detector").GetString().ShouldBe("slack-bot-token");
        entry.GetProperty("path").GetString().ShouldBe("a.py");
        entry.GetProperty("fingerprint").GetString()!.ShouldStartWith("h1:");
    }

    [Theory]
    [InlineData("show")]
    [InlineData("update")]
    public void WithoutABaselineItSaysHowToMakeOne(string verb) =>
        _project.Stanch("baseline", verb).ShouldEndWith(2).Error.ShouldContain("stanch baseline create");

    [Fact]
    public void AnUpdateWithAnotherKeyIsRefused()
    {
        _project.Write("a.py", $"TOKEN = \"{_first}\"\n");
        _project.Stanch("baseline", "create").ShouldEndWith(0);
        File.Delete(_project.At(".stanch.yaml"));
        _project.Stanch("baseline", "update").ShouldEndWith(2).Error.ShouldContain("key");
        _project.Write(".stanch.yaml", $"fingerprintKey: '{Convert.ToBase64String(new byte[32]).TrimEnd('=')}'\n");
        _project.Stanch("baseline", "update").ShouldEndWith(2).Error.ShouldContain("was made with key");
    }

    [Fact]
    public void ABrokenBaselineIsRefused()
    {
        _project.Write(".stanch-baseline", "nonsense\n");
        _project.Stanch("baseline", "show").ShouldEndWith(2).Error.ShouldContain(".stanch-baseline:1:1: not a baseline");
    }

    [Fact]
    public void ABrokenConfigurationInASubFolderMeansThatNothingIsWritten()
    {
        _project.Write("a.py", $"TOKEN = \"{_first}\"\n").Write("sub/.stanch.yaml", "exclued: []\n").Write("sub/b.py", "x\n");
        _project.Stanch("baseline", "create").ShouldEndWith(2).Error.ShouldContain("exclude");
        File.Exists(_project.At(".stanch-baseline")).ShouldBeFalse();
        File.Exists(_project.At(".stanch.yaml")).ShouldBeFalse();
    }
}
