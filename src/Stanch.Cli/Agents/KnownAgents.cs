using Stanch.Cli.CommandLine;
using Stanch.Detection;

namespace Stanch.Cli.Agents;

/// <summary>Every agent that can be answered. A test fails for one that is missing here.</summary>
internal static class KnownAgents
{
    public static IReadOnlyList<IAgent> All { get; } = [new ClaudeCode(), new Codex(), new Copilot(), new Cursor(), new GeminiCli(), new VsCode()];

    public static string Names => string.Join(", ", All.Select(agent => agent.Name));

    /// <exception cref="UsageException">There is none of that name.</exception>
    public static IAgent Get(string name) =>
        All.FirstOrDefault(agent => agent.Name == name) ?? throw new UsageException($"no agent is called '{name}'{NearestName.Hint(name, [.. All.Select(agent => agent.Name)])}");

    /// <summary>Who sent an event, where nobody said so; by what only that agent sends.</summary>
    public static IAgent Guess(AgentEvent asked) => Get(
        asked.Body.ContainsKey("cursor_version") || asked.Body.ContainsKey("conversation_id") ? "cursor"
        : asked.Name is "BeforeTool" or "AfterTool" or "BeforeAgent" or "AfterAgent" or "BeforeModel" or "AfterModel" ? "gemini"
        : asked.Body.ContainsKey("toolName") || asked.Body.ContainsKey("sessionId") ? "copilot"
        : asked.Body.ContainsKey("turn_id") ? "codex"
        : "claude");
}
