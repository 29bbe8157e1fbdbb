using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Mcp;

/// <summary>The arguments of one call.</summary>
internal sealed class McpArguments(JsonObject values)
{
    /// <exception cref="UsageException">It is missing or no text.</exception>
    public string Text(string name) => OptionalText(name) ?? throw new UsageException($"the argument '{name}' is missing, or no text");

    public string? OptionalText(string name) => values[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <exception cref="UsageException">It is missing or no number from 1 on.</exception>
    public int Number(string name) =>
        values[name] is JsonValue value && value.TryGetValue<double>(out var number) && number >= 1 && number <= int.MaxValue ? (int)number : throw new UsageException($"the argument '{name}' must be a number, 1 or more");

    /// <exception cref="UsageException">It is missing, or no list of texts.</exception>
    public IReadOnlyList<string> Texts(string name)
    {
        var items = values[name] as JsonArray ?? [];
        List<string> texts = [.. items.Select(item => item is JsonValue value && value.TryGetValue<string>(out var text) ? text : null).OfType<string>()];
        return texts.Count > 0 && texts.Count == items.Count ? texts : throw new UsageException($"the argument '{name}' must be a list of texts");
    }
}
