using System.Text;
using System.Text.Json.Nodes;
using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Agents;

/// <summary>Looks through one event: every text in it, and the file that a tool is about to read.</summary>
internal sealed class AgentScan
{
    private const int MostNamed = 512;

    // Arguments that say where, and names that say nothing about their text.
    private static readonly string[] s_paths = ["file_path", "filePath", "absolute_path", "path", "notebook_path", "file"];
    private static readonly string[] s_lists = ["files", "paths"];
    private static readonly string[] s_plain = ["command", "content", "text", "prompt", "description", "old_string", "new_string", "output", "stdout", "stderr", "llmContent", "returnDisplay", "textResultForLlm", "text_result_for_llm"];
    private static readonly string[] s_readers = ["read", "view", "open", "cat"];

    private readonly string _folder;
    private readonly TextScan _scan;
    private readonly List<Finding> _found = [];

    /// <exception cref="ConfigurationException">A configuration is broken.</exception>
    public AgentScan(AgentSettings settings, string? folder, Invocation here)
    {
        _folder = folder is not null && Directory.Exists(folder) ? folder : here.WorkingDirectory;
        _scan = new TextScan(_folder, here, settings.Choices);
    }

    /// <summary>What blocks, in order of appearance.</summary>
    public IReadOnlyList<Finding> Found => _found;

    /// <summary>Looks through the event's texts.</summary>
    /// <returns>The event with every secret replaced.</returns>
    public AgentEvent Texts(AgentEvent asked)
    {
        var body = (JsonObject)asked.Body.DeepClone();
        var path = PathIn(asked.Input) ?? asked.Text("file_path") ?? $"<{(asked.Tool.Length > 0 && asked.Moment != AgentMoment.Prompt ? asked.Tool : Place(asked))}>";
        foreach (var field in asked.Fields)
        {
            if (body[field] is { } value) body[field] = Rewritten(value, field, path);
        }

        return asked with { Body = body };
    }

    /// <summary>Looks into the files that the event is about to show to the model.</summary>
    public void Files(AgentEvent asked)
    {
        if (asked.Moment != AgentMoment.Before || !IsReader(asked) || asked.Text("content") is not null) return;
        foreach (var file in PathsIn(asked.Input).Append(asked.Text("file_path")).OfType<string>().Distinct())
        {
            var full = Path.GetFullPath(file, _folder);
            if (File.Exists(full)) Keep(_scan.FindInFile(full, _folder));
        }
    }

    private static string Place(AgentEvent asked) => asked.Moment == AgentMoment.Prompt ? "prompt" : asked.Name.Length > 0 ? asked.Name : "event";

    private static bool IsReader(AgentEvent asked) =>
        asked.Name.EndsWith("ReadFile", StringComparison.Ordinal) || asked.Name.EndsWith("FileRead", StringComparison.Ordinal) || s_readers.Any(verb => asked.Tool.StartsWith(verb, StringComparison.OrdinalIgnoreCase));

    private static string? PathIn(JsonNode? input) => PathsIn(input).FirstOrDefault();

    private static IEnumerable<string> PathsIn(JsonNode? input)
    {
        if (input is not JsonObject arguments) return [];
        var one = s_paths.Select(name => TextOf(arguments[name])).OfType<string>();
        var many = s_lists.SelectMany(name => arguments[name] as JsonArray ?? []).Select(TextOf).OfType<string>();
        return one.Concat(many).Where(path => path.Length > 0);
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private JsonNode? Rewritten(JsonNode? node, string name, string path)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (key, value) in fields.ToList()) Replace(value, Rewritten(value, key, path), changed => fields[key] = changed);
                return fields;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    var at = i;
                    Replace(items[i], Rewritten(items[i], name, path), changed => items[at] = changed);
                }

                return items;
            default:
                return TextOf(node) is { Length: > 0 } text && !s_paths.Contains(name) && Clean(text, name, path) is var clean && !ReferenceEquals(clean, text) ? JsonValue.Create(clean) : node;
        }
    }

    private static void Replace(JsonNode? before, JsonNode? after, Action<JsonNode?> set)
    {
        if (!ReferenceEquals(before, after)) set(after);
    }

    // A short value is judged with its name, as it would be in a file.
    private string Clean(string text, string name, string path)
    {
        var isNamed = text.Length <= MostNamed && !s_plain.Contains(name) && text.AsSpan().IndexOfAny("\"\r\n\\") < 0;
        var lead = isNamed ? Encoding.UTF8.GetByteCount(name) + 3 : 0;
        var bytes = Encoding.UTF8.GetBytes(isNamed ? $"{name}: \"{text}\"" : text);
        var blocking = Keep(_scan.Find(bytes, path));
        if (blocking.Count == 0) return text;
        var spans = blocking.Select(finding => ((int)finding.Location.ByteOffset, (int)finding.Location.ByteOffset + finding.Location.ByteLength, finding.Detector.Id));
        return RedactedText.Of(bytes, lead, bytes.Length - (isNamed ? 1 : 0), spans);
    }

    private List<Finding> Keep(IReadOnlyList<Finding> findings)
    {
        List<Finding> blocking = [.. findings.Where(finding => finding.Blocking)];
        _found.AddRange(blocking);
        return blocking;
    }
}
