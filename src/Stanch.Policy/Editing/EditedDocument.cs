using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>A configuration before an edit, and what it must say after it.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Root">Its keys; null where it has none yet.</param>
internal sealed record EditedDocument(string Text, YamlMapping? Root)
{
    /// <summary>What a document says, key by key.</summary>
    public static HashSet<string> Says(YamlMapping? root) => [.. (root?.Entries ?? []).Select(entry => Line(entry.Key.Value, MeaningOf(entry.Value)))];

    /// <summary>What it must say when one key's list becomes another.</summary>
    public IReadOnlySet<string> Expect(string key, Func<YamlNode?, IReadOnlyList<string>> items)
    {
        var list = items(Root?.Find(key)?.Value);
        return Without(key).Append(Line(key, list.Count == 0 ? "null" : $"[{string.Join(',', list)}]")).ToHashSet();
    }

    /// <summary>What it must say when one key's value becomes another.</summary>
    public IReadOnlySet<string> ExpectScalar(string key, string value) =>
        Without(key).Append(Line(key, YamlText.Meaning(new YamlScalar(value, false, default, 0, 0)))).ToHashSet();

    private IEnumerable<string> Without(string key) =>
        (Root?.Entries ?? []).Where(entry => entry.Key.Value != key).Select(entry => Line(entry.Key.Value, MeaningOf(entry.Value)));

    // A list with nothing in it and no list at all are the same to the reader.
    private static string MeaningOf(YamlNode value) => value is YamlSequence { Items.Count: 0 } ? "null" : YamlText.Meaning(value);

    private static string Line(string key, string meaning) => $"{key}: {meaning}";
}
