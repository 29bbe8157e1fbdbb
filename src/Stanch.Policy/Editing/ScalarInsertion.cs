using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>Finds the place for a key with one value: where it stands already, or else after <c>version</c>, or else at the end.</summary>
internal static class ScalarInsertion
{
    public static TextEdit Of(string text, YamlMapping? root, string key, string value, string comment)
    {
        if (root?.Find(key)?.Value is { } old) return new TextEdit(old.Start, old.End - old.Start, value);
        if (root is { IsFlow: false } && root.Find("version") is { } version)
            return TextEdit.InsertLines(text, version.Value.End, [$"{new string(' ', root.Position.Column - 1)}{key}: {value}{comment}"]);
        return RootInsertion.Append(text, root, indent => [$"{indent}{key}: {value}{comment}"], $"{key}: {value}");
    }
}
