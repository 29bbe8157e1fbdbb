using System.Text.Json.Nodes;
using Stanch.Cli.Agents;

namespace Stanch.Cli.Tests.Agents;

public sealed class AgentInstallTests
{
    public static TheoryData<string> Agents => [.. KnownAgents.All.Select(agent => agent.Name)];

    [Fact]
    public void EveryAgentIsListed() =>
        typeof(IAgent).Assembly.GetTypes().Where(type => typeof(IAgent).IsAssignableFrom(type) && !type.IsAbstract).ShouldBe(KnownAgents.All.Select(agent => agent.GetType()), ignoreOrder: true);

    [Fact]
    public void AHookOfGitIsNotLeftOutInSilence()
    {
        using var here = new Sandbox();
        here.Stanch("hook", "install", "--agent", "claude", "pre-commit").ShouldExit(2).Error.ShouldContain("'pre-commit' about git's hooks");
        here.Has(".claude").ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Agents))]
    public void InstallingTwiceIsInstallingOnce(string name)
    {
        var agent = KnownAgents.Get(name);
        using var here = new Sandbox();
        here.Stanch("hook", "install", "--agent", name).ShouldExit(0).Output.ShouldContain("installed");
        var once = here.Read(agent.ProjectFile);
        once.ShouldContain($"hook run agent --agent {name}");
        here.Stanch("hook", "install", "--agent", name).ShouldExit(0).Output.ShouldContain("was installed already");
        here.Read(agent.ProjectFile).ShouldBe(once);
    }

    [Theory, MemberData(nameof(Agents))]
    public void WhatElseStandsThereStaysAndComesBack(string name)
    {
        var agent = KnownAgents.Get(name);
        var before = JsonNode.Parse("""{"version":1,"model":"x","hooks":{"PreToolUse":[{"matcher":"Bash","hooks":[{"type":"command","command":"other"}]}],"Stop":[]},"deep":{"a":[1,2.50,"é<>"]}}""")!;
        using var here = new Sandbox().File(agent.ProjectFile, before.ToJsonString());
        here.Stanch("hook", "install", "--agent", name).ShouldExit(0);
        var settings = JsonNode.Parse(here.Read(agent.ProjectFile))!;
        settings["model"]!.ToString().ShouldBe("x");
        settings["deep"]!.ToJsonString().ShouldBe(before["deep"]!.ToJsonString());
        settings["hooks"]!["PreToolUse"]![0]!.ToJsonString().ShouldBe(before["hooks"]!["PreToolUse"]![0]!.ToJsonString());
        here.Stanch("hook", "uninstall", "--agent", name).ShouldExit(0).Output.ShouldContain("taken out");
        JsonNode.DeepEquals(JsonNode.Parse(here.Read(agent.ProjectFile)), before).ShouldBeTrue();
    }

    [Fact]
    public void AllAgentsAreInstalledForTheUser()
    {
        using var here = new Sandbox();
        here.Stanch("hook", "install", "--agent", "all", "--global").ShouldExit(0);
        foreach (var agent in KnownAgents.All) File.Exists(Path.Join(here.Home, agent.UserFile)).ShouldBeTrue(agent.Name);
        Directory.EnumerateFileSystemEntries(here.Work).ShouldBeEmpty();
    }

    [Fact]
    public void WhatIsDecidedAtInstallationStandsInTheCommandAndCanBeChanged()
    {
        using var here = new Sandbox();
        here.Stanch("hook", "install", "--agent", "claude", "--policy", "redact", "--on-error", "pass").ShouldExit(0);
        here.Read(".claude/settings.local.json").ShouldContain("hook run agent --agent claude --policy redact --on-error pass");
        here.Stanch("hook", "install", "--agent", "claude").ShouldExit(0);
        here.Read(".claude/settings.local.json").ShouldNotContain("redact");
    }

    [Theory]
    [InlineData("{ // mine\n}")]
    [InlineData("[]")]
    [InlineData("{\"hooks\":[]}")]
    public void AFileThatIsNotUnderstoodStaysAsItIs(string text)
    {
        using var here = new Sandbox().File(".gemini/settings.json", text);
        here.Stanch("hook", "install", "--agent", "gemini").ShouldExit(2);
        here.Read(".gemini/settings.json").ShouldBe(text);
    }

    [Fact]
    public void AnUnknownAgentIsNamedWithTheNearest()
    {
        using var here = new Sandbox();
        here.Stanch("hook", "install", "--agent", "claud").ShouldExit(2).Error.ShouldContain("claude");
    }

    [Fact]
    public void WhatIsForAgentsAloneIsNotPassedOverInSilence()
    {
        using var here = new Sandbox().Git("init", "--quiet");
        here.Stanch("hook", "install", "--policy", "warn").ShouldExit(2).Error.ShouldContain("--agent");
    }

    [Fact]
    public void TheCommandThatIsInstalledAnswers()
    {
        using var here = new Sandbox();
        here.Stanch("hook", "install", "--agent", "claude").ShouldExit(0);
        var command = JsonNode.Parse(here.Read(".claude/settings.local.json"))!["hooks"]!["UserPromptSubmit"]![0]!["hooks"]![0]!["command"]!.ToString();
        here.File("event.json", $$$"""{"hook_event_name":"UserPromptSubmit","prompt":"{{{Fake.SlackBotToken()}}}"}""");
        here.Shell("sh", "-c", $"{command} < event.json").ShouldContain("\"decision\":\"block\"");
    }
}
