using System.Text.Json;

namespace Stanch.Bench.Accuracy;

/// <summary>What a person said of lines of an excerpt: T a secret, F none, X left out.</summary>
internal sealed record LineLabel(int Line, int EndLine, char Truth, string Category)
{
    private static readonly HashSet<string> NotCore = ["UUID", "Nonce", "Salt", "AWS S3 Bucket", "Firebase Domain", "Tencent WeChat API App ID", "Other"];

    /// <summary>False for categories that most users do not call secrets.</summary>
    public bool IsCore => !Category.Split(':').All(NotCore.Contains);

    public static LineLabel Read(JsonElement json)
    {
        var line = json.GetProperty("line").GetInt32();
        var end = json.TryGetProperty("end_line", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : line;
        return new LineLabel(line, end, json.GetProperty("truth").GetString()![0], json.GetProperty("category").GetString() ?? "");
    }
}
