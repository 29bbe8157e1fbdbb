using System.Text.Json;

namespace Stanch.Platforms.Builds;

/// <summary>The environment of a build. A variable that is empty counts as not set: many systems set all of them always.</summary>
public sealed class CiVariables(Func<string, string?> variable)
{
    /// <summary>The largest event file that is read, in bytes: GitHub's events are cut at 25 MB.</summary>
    public const int MostEventBytes = 32 << 20;

    private const string Branches = "refs/heads/";

    public string? this[string name] => variable(name) is { } value && value.Trim() is { Length: > 0 } text ? text : null;

    public bool Has(string name) => this[name] is not null;

    public bool IsTrue(string name) => this[name] is { } value && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A branch without <c>refs/heads/</c>.</summary>
    public string? Branch(string name) => ShortBranch(this[name]);

    /// <summary>A commit's id, or <c>HEAD</c>.</summary>
    /// <exception cref="BuildException">It is something else.</exception>
    public string? Commit(string name)
    {
        var value = this[name];
        return value is null or "HEAD" || IsId(value) ? value : throw new BuildException($"{name} is '{value}', which is no commit's id: unset it, or name the commits with --from and --to");
    }

    /// <summary>Both ends of <c>A...B</c> or <c>A..B</c>; null where there is none.</summary>
    public (string Before, string After)? Range(string name)
    {
        if (this[name] is not { } range) return null;
        var dots = range.IndexOf("..", StringComparison.Ordinal);
        var (before, after) = dots < 0 ? ("", "") : (range[..dots], range[dots..].TrimStart('.'));
        return IsId(before) && IsId(after) ? (before, after) : throw new BuildException($"{name} is '{range}', which is no range of commits: unset it, or name the commits with --from and --to");
    }

    /// <summary>The JSON document in the file that a variable names; null where none is named, or there is no such file.</summary>
    /// <exception cref="BuildException">It is no JSON, or too large.</exception>
    public JsonElement? Json(string name)
    {
        if (this[name] is not { } path || !File.Exists(path)) return null;
        try
        {
            if (new FileInfo(path).Length > MostEventBytes) throw new BuildException($"{name} names '{path}', which is larger than {MostEventBytes >> 20} MiB: name the commits with --from and --to");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new JsonException("it is no object");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BuildException($"{name} names '{path}', which cannot be read as an event ({e.Message}): mend it, or name the commits with --from and --to");
        }
    }

    internal static string? ShortBranch(string? name) =>
        name is not null && name.StartsWith(Branches, StringComparison.Ordinal) ? name[Branches.Length..] : name;

    internal static bool IsId(string text) => text.Length is >= 7 and <= 64 && text.All(char.IsAsciiHexDigit);
}
