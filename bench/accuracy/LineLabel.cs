using System.Text.Json;

namespace Stanch.Bench.Accuracy;

/// <summary>What a person said of lines of an excerpt: T a secret, F none, X left out.</summary>
/// <param name="Start">0-based column of the value on its first line; -1 where nobody marked it.</param>
/// <param name="End">Behind its last column.</param>
internal sealed record LineLabel(int Line, int EndLine, char Truth, string Category, int Start = -1, int End = -1)
{
    private static readonly HashSet<string> NotCore = ["UUID", "Nonce", "Salt", "AWS S3 Bucket", "Firebase Domain", "Tencent WeChat API App ID", "Other"];

    /// <summary>False for categories that most users do not call secrets.</summary>
    public bool IsCore => !Category.Split(':').All(NotCore.Contains);

    public static LineLabel Read(JsonElement json)
    {
        var line = json.GetProperty("line").GetInt32();
        var end = json.TryGetProperty("end_line", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : line;
        return new LineLabel(line, end, json.GetProperty("truth").GetString()![0], json.GetProperty("category").GetString() ?? "", Column(json, "start"), Column(json, "end"));
    }

    private static int Column(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : -1;
}
