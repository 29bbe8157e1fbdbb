using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>Entries in an agent's settings: ours is put in its place, replaced where it stands already, and nothing else is touched.</summary>
internal static class HookEntries
{
    /// <summary>What every command of ours holds.</summary>
    public const string Mark = "hook run agent";

    private static readonly string[] s_commandFields = ["command", "bash", "powershell"];

    /// <summary>Puts an entry under <c>hooks.EVENT</c>.</summary>
    /// <exception cref="CommandLine.UsageException">What stands there is of another form.</exception>
    public static void Put(JsonObject settings, string name, JsonObject entry)
    {
        var list = Child(Child(settings, "hooks", () => new JsonObject()), name, () => new JsonArray());
        var at = IndexOfOurs(list);
        if (at < 0)
        {
            list.Add((JsonNode)entry);
            return;
        }

        list[at] = entry;
        for (var i = list.Count - 1; i > at; i--)
        {
            if (IsOurs(list[i])) list.RemoveAt(i);
        }
    }

    /// <summary>Takes every entry of ours out, and the lists that are empty then.</summary>
    public static void Remove(JsonObject settings)
    {
        if (settings["hooks"] is not JsonObject hooks) return;
        foreach (var (name, entries) in hooks.ToList())
        {
            if (entries is not JsonArray list || IndexOfOurs(list) < 0) continue;
            for (var i = list.Count - 1; i >= 0; i--)
            {
                if (IsOurs(list[i])) list.RemoveAt(i);
            }

            if (list.Count == 0) hooks.Remove(name);
        }

        if (hooks.Count == 0) settings.Remove("hooks");
    }

    /// <summary>The commands of ours that a settings file names.</summary>
    public static IReadOnlyList<string> Commands(JsonObject settings) => settings["hooks"] is not JsonObject hooks ? [] : [.. hooks.SelectMany(pair => pair.Value as JsonArray ?? []).SelectMany(CommandsOf)];

    /// <summary>The program that a command of ours starts.</summary>
    public static string ProgramOf(string command)
    {
        var text = command.AsSpan().TrimStart();
        var end = text.StartsWith('"') ? text[1..].IndexOf('"') + 1 : text.IndexOf(' ');
        return (end > 0 ? text[..end] : text).Trim('"').ToString();
    }

    /// <summary>The entry that groups commands below a matcher: Claude Code's form, which Codex and Gemini CLI took over.</summary>
    public static JsonObject Matched(string? matcher, JsonObject hook)
    {
        var entry = new JsonObject();
        if (matcher is not null) entry["matcher"] = matcher;
        entry["hooks"] = new JsonArray(hook);
        return entry;
    }

    private static int IndexOfOurs(JsonArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (IsOurs(list[i])) return i;
        }

        return -1;
    }

    private static bool IsOurs(JsonNode? entry) => entry is JsonObject hook && (OwnCommands(hook).Any() || (hook["hooks"] is JsonArray { Count: 1 } inner && IsOurs(inner[0])));

    private static IEnumerable<string> CommandsOf(JsonNode? entry) => entry is not JsonObject hook ? [] : OwnCommands(hook).Concat((hook["hooks"] as JsonArray ?? []).SelectMany(CommandsOf));

    private static IEnumerable<string> OwnCommands(JsonObject hook)
    {
        foreach (var field in s_commandFields)
        {
            if (hook[field] is JsonValue value && value.TryGetValue<string>(out var command) && command.Contains(Mark, StringComparison.Ordinal)) yield return command;
        }
    }

    private static T Child<T>(JsonObject parent, string name, Func<T> create)
        where T : JsonNode
    {
        if (parent[name] is null) parent[name] = create();
        return parent[name] as T ?? throw new CommandLine.UsageException($"'{name}' in the settings is of another form than the agent documents: mend it first");
    }
}
