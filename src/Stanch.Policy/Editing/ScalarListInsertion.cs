using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>Finds the place and the layout for a new text in a list of the configuration, or of its <c>detectors</c>.</summary>
internal static class ScalarListInsertion
{
    /// <param name="text">The whole text.</param>
    /// <param name="root">Its keys; null where it has none.</param>
    /// <param name="key">The list: <c>exclude</c> or, in a mapping, <c>detectors.disable</c>.</param>
    /// <param name="value">The new item, as YAML.</param>
    /// <returns>Null where the layout leaves no safe place.</returns>
    public static TextEdit? Into(string text, YamlMapping? root, string key, string value)
    {
        if (key.Split('.') is not [var outer, var inner]) return Into(text, root, key, value, indent => [$"{indent}{key}:", $"{indent}  - {value}"], $"{key}: [{value}]");
        return root?.Find(outer)?.Value switch
        {
            null => RootInsertion.Append(text, root, indent => [$"{indent}{outer}:", $"{indent}  {inner}: [{value}]"], $"{outer}: {{ {inner}: [{value}] }}"),
            YamlMapping { IsFlow: false } mapping when mapping.Find(inner) is null => TextEdit.InsertLines(text, mapping.End, [$"{new string(' ', mapping.Position.Column - 1)}{inner}: [{value}]"]),
            YamlMapping mapping => Into(text, mapping, inner, value, indent => [$"{indent}{inner}: [{value}]"], $"{inner}: [{value}]"),
            _ => null,
        };
    }

    private static TextEdit? Into(string text, YamlMapping? mapping, string key, string value, Func<string, IEnumerable<string>> lines, string flow) => mapping?.Find(key)?.Value switch
    {
        null => RootInsertion.Append(text, mapping, lines, flow),
        YamlSequence { IsFlow: true, Items: [] } list => new TextEdit(list.Start + 1, 0, value),
        YamlSequence { IsFlow: true } list => new TextEdit(list.Items[^1].End, 0, $", {value}"),
        YamlSequence list => TextEdit.InsertLines(text, list.End, [$"{new string(' ', list.Position.Column - 1)}- {value}"]),
        _ => null,
    };
}
