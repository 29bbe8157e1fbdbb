using System.Text.Json;
using Stanch.Cli.Tests.Verbs;

namespace Stanch.Cli.Tests.Config;

public sealed class ConfigTests : IDisposable
{
    private readonly ProjectSandbox _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void EachValueSaysWhichFileItCameFrom()
    {
        _project.Write(".stanch.yaml", "failOn: review\n");
        var shown = _project.Stanch("config", "show").ShouldEndWith(0).Output.Split('\n');
        shown.ShouldContain(line => line.StartsWith("failOn", StringComparison.Ordinal) && line.Contains("review") && line.Contains(".stanch.yaml:1:"));
        shown.ShouldContain(line => line.StartsWith("incomplete", StringComparison.Ordinal) && line.Contains("built in"));
    }

    [Fact]
    public void WhatHoldsForAPathIsShownWithItsFoldersFile()
    {
        _project.Write(".stanch.yaml", "failOn: review\n").Write("sub/.stanch.yaml", "failOn: confirmed\n").Write("sub/a.py", "");
        _project.Stanch("config", "show", "sub/a.py").ShouldEndWith(0).Output.Split('\n')
            .ShouldContain(line => line.StartsWith("failOn", StringComparison.Ordinal) && line.Contains("confirmed") && line.Contains("sub/.stanch.yaml:1:"));
        _project.Stanch("config", "show", "sub").ShouldEndWith(0).Output.ShouldContain("sub/.stanch.yaml");
        _project.Stanch("config", "show").ShouldEndWith(0).Output.ShouldNotContain("confirmed");
    }

    [Fact]
    public void IgnoresWithoutAReasonOrPastTheirDayAreMarked()
    {
        _project.Write(".stanch.yaml", "ignore:\n  - path: a/\n  - path: b/\n    reason: made up\n    expires: 2020-01-31\n  - path: c/\n    reason: fine\n");
        using var json = JsonDocument.Parse(_project.Stanch("config", "show", "--json").ShouldEndWith(0).Output);
        var remarks = json.RootElement.GetProperty("settings").EnumerateArray().Where(setting => setting.GetProperty("key").GetString() == "ignore").Select(setting => setting.GetProperty("remark").GetString()).ToList();
        remarks.ShouldBe(["no reason given", "expired: it no longer holds", null]);
    }

    [Fact]
    public void TheKeyItselfIsNeverShown()
    {
        var key = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        _project.Write(".stanch.yaml", $"fingerprintKey: '{key}'\n");
        _project.Stanch("config", "show").ShouldEndWith(0).ShouldNotShow(key);
        _project.Stanch("config", "show", "--json").ShouldEndWith(0).ShouldNotShow(key);
    }

    [Fact]
    public void APathThatIsNotThereIsRefused() => _project.Stanch("config", "show", "nowhere").ShouldEndWith(2).Error.ShouldContain("no such file or folder: 'nowhere'");

    [Theory]
    [InlineData("exclued: []\n", "did you mean 'exclude'?")]
    [InlineData("detectors: { disable: [slack-bot-tokne] }\n", "did you mean 'slack-bot-token'?")]
    [InlineData("detectors: { custom: [missing.yaml] }\n", "missing.yaml")]
    [InlineData("baseline: other-baseline\n", "other-baseline")]
    [InlineData("a: [\n", ".stanch.yaml:")]
    public void ACheckSaysWhatIsWrong(string text, string said)
    {
        _project.Write(".stanch.yaml", text);
        _project.Stanch("config", "check").ShouldEndWith(2).Error.ShouldContain(said);
    }

    [Fact]
    public void ACheckReadsSubFoldersToo()
    {
        _project.Write("a/b/.stanch.yaml", "failOn: sometimes\n");
        _project.Stanch("config", "check").ShouldEndWith(2).Error.ShouldContain("a/b/.stanch.yaml:1:");
    }

    [Fact]
    public void ACheckOfABrokenBaselineFails()
    {
        _project.Write(".stanch-baseline", "nonsense\n");
        _project.Stanch("config", "check").ShouldEndWith(2).Error.ShouldContain(".stanch-baseline:1:1");
    }

    [Fact]
    public void ASoundConfigurationIsNamed()
    {
        _project.Write(".stanch.yaml", "failOn: review\n");
        _project.Stanch("config", "check").ShouldEndWith(0).Output.ShouldContain("Sound: .stanch.yaml");
    }
}
