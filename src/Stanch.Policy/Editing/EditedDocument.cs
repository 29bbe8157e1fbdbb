using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>A configuration before an edit, and what it must say after it.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Root">Its keys; null where it has none yet.</param>
internal sealed record EditedDocument(string Text, YamlMapping? Root)
{
    /// <summary>What a document says, key by key.</summary>
    public static HashSet<string> Says(YamlMapping? root) => [.. Keys(root).Select(entry => Line(entry.Key, MeaningOf(entry.Value)))];

    /// <summary>The value of a key, in which a dot goes into a mapping; null where it does not stand there.</summary>
    public static YamlNode? Find(YamlMapping? root, string key) => Keys(root).FirstOrDefault(entry => entry.Key == key).Value;

    /// <summary>The items of a list, each by its meaning.</summary>
    public static IReadOnlyList<string> Items(YamlNode? list) => list is YamlSequence sequence ? [.. sequence.Items.Select(YamlText.Meaning)] : [];

    /// <summary>What it must say when one key's list becomes another.</summary>
    public IReadOnlySet<string> Expect(string key, Func<YamlNode?, IReadOnlyList<string>> items)
    {
        var list = items(Find(Root, key));
        return Without(key).Append(Line(key, list.Count == 0 ? "null" : $"[{string.Join(',', list)}]")).ToHashSet();
    }

    /// <summary>What it must say when one key's value becomes another.</summary>
    public IReadOnlySet<string> ExpectScalar(string key, string value) =>
        Without(key).Append(Line(key, YamlText.Meaning(new YamlScalar(value, false, default, 0, 0)))).ToHashSet();

    private IEnumerable<string> Without(string key) =>
        Keys(Root).Where(entry => entry.Key != key).Select(entry => Line(entry.Key, MeaningOf(entry.Value)));

    // The lists of "detectors" are changed one by one, so they count one by one.
    private static IEnumerable<(string Key, YamlNode Value)> Keys(YamlMapping? root) => (root?.Entries ?? []).SelectMany(entry =>
        entry is { Key.Value: "detectors", Value: YamlMapping inner }
            ? inner.Entries.Select(nested => ($"detectors.{nested.Key.Value}", nested.Value))
            : [(entry.Key.Value, entry.Value)]);

    // A list with nothing in it and no list at all are the same to the reader.
    private static string MeaningOf(YamlNode value) => value is YamlSequence { Items.Count: 0 } ? "null" : YamlText.Meaning(value);

    private static string Line(string key, string meaning) => $"{key}: {meaning}";
}
