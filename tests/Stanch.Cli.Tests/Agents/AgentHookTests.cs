using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stanch.Cli.Tests.Agents;

public sealed class AgentHookTests
{
    private static readonly string Token = Fake.SlackBotToken();

    // Each event as the agent's page documents it, the place of what it says about a secret in the answer, and what stands there.
    public static TheoryData<string, string, string, string> Blocked => new()
    {
        { "claude", """{"hook_event_name":"UserPromptSubmit","session_id":"s","cwd":"/","prompt":"use TOKEN please"}""", "decision", "block" },
        { "claude", """{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"curl -H 'Authorization: Bearer TOKEN' x"}}""", "hookSpecificOutput.permissionDecision", "deny" },
        { "claude", """{"hook_event_name":"PreToolUse","tool_name":"Write","tool_input":{"file_path":"/w/a.py","content":"t = 'TOKEN'\n"}}""", "hookSpecificOutput.permissionDecision", "deny" },
        { "claude", """{"hook_event_name":"PostToolUse","tool_name":"Bash","tool_input":{"command":"env"},"tool_response":{"stdout":"SLACK=TOKEN\n","stderr":""}}""", "decision", "block" },
        { "codex", """{"hook_event_name":"UserPromptSubmit","turn_id":"1","prompt":"TOKEN"}""", "decision", "block" },
        { "codex", """{"hook_event_name":"PreToolUse","turn_id":"1","tool_name":"Bash","tool_input":{"command":"echo TOKEN"}}""", "hookSpecificOutput.permissionDecision", "deny" },
        { "codex", """{"hook_event_name":"PostToolUse","turn_id":"1","tool_name":"Bash","tool_input":{"command":"env"},"tool_response":"SLACK=TOKEN"}""", "decision", "block" },
        { "gemini", """{"hook_event_name":"BeforeAgent","prompt":"TOKEN"}""", "decision", "deny" },
        { "gemini", """{"hook_event_name":"BeforeTool","tool_name":"run_shell_command","tool_input":{"command":"echo TOKEN"}}""", "decision", "deny" },
        { "gemini", """{"hook_event_name":"AfterTool","tool_name":"run_shell_command","tool_input":{},"tool_response":{"llmContent":"SLACK=TOKEN"}}""", "decision", "deny" },
        { "cursor", """{"hook_event_name":"beforeSubmitPrompt","conversation_id":"c","prompt":"TOKEN"}""", "continue", "false" },
        { "cursor", """{"hook_event_name":"beforeShellExecution","conversation_id":"c","command":"echo TOKEN","cwd":"/"}""", "permission", "deny" },
        { "cursor", """{"hook_event_name":"beforeMCPExecution","conversation_id":"c","tool_name":"q","tool_input":"{\"text\":\"TOKEN\"}"}""", "permission", "deny" },
        { "cursor", """{"hook_event_name":"beforeReadFile","conversation_id":"c","file_path":"/w/.env","content":"SLACK=TOKEN\n"}""", "permission", "deny" },
        { "copilot", """{"sessionId":"s","timestamp":1,"cwd":"/","toolName":"bash","toolArgs":"{\"command\":\"echo TOKEN\"}"}""", "permissionDecision", "deny" },
        { "copilot", """{"hook_event_name":"PreToolUse","session_id":"s","tool_name":"bash","tool_input":{"command":"echo TOKEN"}}""", "permissionDecision", "deny" },
        { "vscode", """{"hookEventName":"PreToolUse","sessionId":"s","tool_name":"runTerminalCommand","tool_input":{"command":"echo TOKEN"}}""", "hookSpecificOutput.permissionDecision", "deny" },
        { "vscode", """{"hookEventName":"PostToolUse","sessionId":"s","tool_name":"runTerminalCommand","tool_input":{},"tool_response":"SLACK=TOKEN"}""", "decision", "block" },
        { "vscode", """{"hookEventName":"UserPromptSubmit","sessionId":"s","prompt":"TOKEN"}""", "continue", "false" },
    };

    [Theory, MemberData(nameof(Blocked))]
    public void AnEventWithASecretIsStoppedInTheAgentsOwnForm(string agent, string asked, string place, string expected)
    {
        var answer = Answer(agent, asked, "block");
        At(answer, place).ShouldBe(expected);
        answer.ToJsonString().ShouldContain("Slack Bot Token");
    }

    [Fact]
    public void WhatWentWrongQuotesNoSecret()
    {
        using var here = new Sandbox().Input("""{"hook_event_name":"UserPromptSubmit","session_id":"s","prompt":"hello"}""");
        var outcome = here.Stanch("hook", "run", "agent", "--agent", "claude", "--config", Token);
        (outcome.Output + outcome.Error).ShouldContain("[redacted:slack-bot-token]");
        (outcome.Output + outcome.Error).ShouldNotContain(Token);
    }

    [Theory, MemberData(nameof(Blocked))]
    public void AnEventWithoutASecretIsLetBe(string agent, string asked, string place, string expected)
    {
        _ = (place, expected);
        using var here = new Sandbox().Input(asked.Replace("TOKEN", "the usual", StringComparison.Ordinal));
        var outcome = here.Stanch("hook", "run", "agent", "--agent", agent).ShouldExit(0);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Blocked))]
    public void WithWarnItGoesOnAndThePersonIsTold(string agent, string asked, string place, string expected)
    {
        _ = (place, expected);
        using var here = new Sandbox().Input(asked.Replace("TOKEN", Token, StringComparison.Ordinal));
        var outcome = here.Stanch("hook", "run", "agent", "--agent", agent, "--policy", "warn").ShouldExit(0);
        var said = outcome.Output + outcome.Error;
        said.ShouldContain("Slack Bot Token");
        said.ShouldNotContain(Token);
        foreach (var word in new[] { "deny", "block", "\"continue\"" }) said.ShouldNotContain(word);
    }

    [Theory]
    [InlineData("claude", """{"hook_event_name":"PostToolUse","tool_name":"Bash","tool_response":{"stdout":"SLACK=TOKEN\n","code":0}}""", "hookSpecificOutput.updatedToolOutput.stdout", "SLACK=[redacted:slack-bot-token]\n")]
    [InlineData("claude", """{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"echo TOKEN","timeout":5}}""", "hookSpecificOutput.updatedInput.command", "echo [redacted:slack-bot-token]")]
    [InlineData("claude", """{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"echo TOKEN","timeout":5}}""", "hookSpecificOutput.permissionDecision", "ask")]
    [InlineData("gemini", """{"hook_event_name":"AfterTool","tool_name":"x","tool_response":{"llmContent":"SLACK=TOKEN"}}""", "hookSpecificOutput.tool_output", "SLACK=[redacted:slack-bot-token]")]
    [InlineData("gemini", """{"hook_event_name":"BeforeTool","tool_name":"x","tool_input":{"command":"echo TOKEN"}}""", "hookSpecificOutput.tool_input.command", "echo [redacted:slack-bot-token]")]
    [InlineData("copilot", """{"toolName":"bash","toolArgs":{"command":"echo TOKEN"}}""", "modifiedArgs.command", "echo [redacted:slack-bot-token]")]
    [InlineData("vscode", """{"hookEventName":"PreToolUse","tool_name":"x","tool_input":{"lines":["echo TOKEN"]}}""", "hookSpecificOutput.updatedInput.lines.0", "echo [redacted:slack-bot-token]")]
    [InlineData("codex", """{"hook_event_name":"PreToolUse","turn_id":"1","tool_name":"Bash","tool_input":{"command":"echo TOKEN"}}""", "hookSpecificOutput.permissionDecision", "deny")]
    [InlineData("claude", """{"hook_event_name":"UserPromptSubmit","prompt":"TOKEN"}""", "decision", "block")]
    public void WithRedactItIsRewrittenWhereTheAgentAllowsThat(string agent, string asked, string place, string expected) => At(Answer(agent, asked, "redact"), place).ShouldBe(expected);

    [Theory]
    [InlineData("Read", "file_path")]
    [InlineData("read_file", "absolute_path")]
    [InlineData("view", "path")]
    public void AFileThatIsAboutToBeReadIsLookedInto(string tool, string argument)
    {
        using var here = new Sandbox().File(".env", $"SLACK={Token}\n");
        here.Input($$$"""{"hook_event_name":"PreToolUse","tool_name":"{{{tool}}}","cwd":{{{JsonSerializer.Serialize(here.Work)}}},"tool_input":{"{{{argument}}}":".env"}}""");
        var output = here.Stanch("hook", "run", "agent").ShouldExit(0).Output;
        output.ShouldContain("\"deny\"");
        output.ShouldContain(".env:1");
        output.ShouldNotContain(Token);
    }

    [Fact]
    public void WithRedactAFileIsReadAndItsTextRewrittenAfterwards()
    {
        using var here = new Sandbox().File(".env", $"SLACK={Token}\n");
        here.Input($$$"""{"hook_event_name":"PreToolUse","tool_name":"Read","cwd":{{{JsonSerializer.Serialize(here.Work)}}},"tool_input":{"file_path":".env"}}""");
        here.Stanch("hook", "run", "agent", "--agent", "claude", "--policy", "redact").ShouldExit(0).Output.ShouldBeEmpty();
    }

    [Fact]
    public void AShortArgumentIsJudgedWithItsName()
    {
        var password = Fake.Fill("{alnum:18}");
        using var here = new Sandbox().Input($$$"""{"hook_event_name":"PreToolUse","tool_name":"mcp__db__connect","tool_input":{"db_password":"{{{password}}}"}}""");
        var output = here.Stanch("hook", "run", "agent").ShouldExit(0).Output;
        output.ShouldContain("\"deny\"");
        output.ShouldNotContain(password);
    }

    // Agents cut long results at a number of UTF-16 units, in the middle of an emoji too.
    [Fact]
    public void AHalvedEmojiKeepsNothingFromBeingLookedAt()
    {
        using var here = new Sandbox();
        var outcome = here.Input("""{"hook_event_name":"UserPromptSubmit","prompt":"TOKEN \ud83d"}""".Replace("TOKEN", Token, StringComparison.Ordinal)).Stanch("hook", "run", "agent", "--agent", "claude").ShouldExit(0);
        outcome.Output.ShouldContain("Slack Bot Token");
        outcome.Error.ShouldBeEmpty();
        here.Input("""{"hook_event_name":"UserPromptSubmit","prompt":"fine \ud83d"}""").Stanch("hook", "run", "agent", "--agent", "claude").ShouldExit(0).Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[1]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public void AnEventThatCannotBeReadIsStoppedOrGoesOnByChoice(string asked)
    {
        using var here = new Sandbox();
        here.Input(asked).Stanch("hook", "run", "agent", "--agent", "claude").ShouldExit(2).Error.ShouldContain("could not check this");
        var open = here.Input(asked).Stanch("hook", "run", "agent", "--agent", "claude", "--on-error", "pass").ShouldExit(0);
        open.Output.ShouldBeEmpty();
        open.Error.ShouldContain("goes on unchecked");
    }

    [Fact]
    public void ABrokenConfigurationStopsAndSaysHowToMendIt()
    {
        using var here = new Sandbox().File(".stanch.yaml", "nonsense: 1\n");
        var outcome = here.Input("""{"hook_event_name":"UserPromptSubmit","prompt":"hello"}""").Stanch("hook", "run", "agent").ShouldExit(2);
        outcome.Error.ShouldContain("nonsense");
        var copilot = here.Input("""{"toolName":"bash","toolArgs":{"command":"ls"}}""").Stanch("hook", "run", "agent", "--agent", "copilot").ShouldExit(0);
        copilot.Output.ShouldContain("\"permissionDecision\":\"deny\"");
    }

    [Fact]
    public void AnIgnoreOfTheProjectHolds()
    {
        using var here = new Sandbox().File(".stanch.yaml", "ignore:\n  - path: docs/**\n    reason: examples\n");
        here.Input($$$"""{"hook_event_name":"PreToolUse","tool_name":"Write","cwd":{{{JsonSerializer.Serialize(here.Work)}}},"tool_input":{"file_path":"docs/a.md","content":"{{{Token}}}"}}""");
        here.Stanch("hook", "run", "agent").ShouldExit(0).Output.ShouldBeEmpty();
    }

    [Fact]
    public void AnyBytesAreAnsweredOrRefused() => Gen.OneOf(Gen.Byte.Array[0, 40].Select(bytes => System.Text.Encoding.Latin1.GetString(bytes)), Gen.String[Gen.Char["{}[]\":,a1\\ "], 0, 30]).Sample(
        text =>
        {
            try
            {
                Stanch.Cli.Agents.AgentEvent.Parse(System.Text.Encoding.UTF8.GetBytes(text)).Fields.ShouldNotBeNull();
            }
            catch (Stanch.Cli.Agents.AgentEventException)
            {
            }
        });

    private static JsonNode Answer(string agent, string asked, string policy)
    {
        using var here = new Sandbox().Input(asked.Replace("TOKEN", Token, StringComparison.Ordinal));
        var outcome = here.Stanch("hook", "run", "agent", "--agent", agent, "--policy", policy).ShouldExit(0);
        (outcome.Output + outcome.Error).ShouldNotContain(Token);
        return JsonNode.Parse(outcome.Output)!;
    }

    private static string? At(JsonNode answer, string place)
    {
        JsonNode? at = answer;
        foreach (var step in place.Split('.')) at = int.TryParse(step, out var index) ? at![index] : at![step];
        return at!.ToString();
    }
}
