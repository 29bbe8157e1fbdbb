using System.Text.Json;

namespace Stanch.Bench.Accuracy;

/// <summary>A record of a labelled set: a case with one expectation, or an excerpt with labels by line.</summary>
internal sealed record LabelledCase(string Id, string Source, string Path, string Text)
{
    public string Provider { get; init; } = "";

    /// <summary>The repository that an excerpt is from; empty for a case.</summary>
    public string Repository { get; init; } = "";

    /// <summary>The half that the excerpt belongs to.</summary>
    public Half Half => Repository is [var first, ..] && char.IsAsciiDigit(first) ? Half.Train : Half.Measure;

    public bool IsPositive { get; init; }
    public string Class { get; init; } = "";
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>Null for a case; the lines' labels for an excerpt.</summary>
    public IReadOnlyList<LineLabel>? Labels { get; init; }

    public static IEnumerable<LabelledCase> ReadAll(string set)
    {
        var files = Directory.Exists(set) ? Directory.GetFiles(set, "*.jsonl").Order(StringComparer.Ordinal) : (IEnumerable<string>)[set];
        return files.SelectMany(file => File.ReadLines(file).Select(line => Read(line, System.IO.Path.GetFileNameWithoutExtension(file))));
    }

    private static LabelledCase Read(string line, string source)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var name = StringOf(root, "path") ?? StringOf(root, "filename") ?? "input.txt";
        var record = new LabelledCase(StringOf(root, "id")!, source, root.TryGetProperty("path", out _) ? name : System.IO.Path.GetFileName(name), StringOf(root, "text")!);
        if (root.TryGetProperty("labels", out var labels))
        {
            return record with { Repository = StringOf(root, "repository") ?? "", Labels = [.. labels.EnumerateArray().Select(LineLabel.Read)] };
        }

        var secret = StringOf(root, "secret");
        return record with
        {
            Provider = StringOf(root, "provider") ?? "",
            IsPositive = StringOf(root, "kind") == "positive",
            Class = StringOf(root, "class") ?? "",
            Expected = secret is null ? [] : [secret, .. Alternatives(root)],
        };
    }

    private static IEnumerable<string> Alternatives(JsonElement root) =>
        root.TryGetProperty("alt", out var alt) && alt.ValueKind == JsonValueKind.Array ? [.. alt.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static string? StringOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
