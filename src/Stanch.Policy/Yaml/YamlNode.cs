namespace Stanch.Policy.Yaml;

/// <summary>A piece of a YAML document, with its place in the text.</summary>
/// <param name="Position">Where it starts.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character; for a block collection, after its last item's.</param>
internal abstract record YamlNode(SourcePosition Position, int Start, int End);

/// <summary>A text. Its type is for the reader to say.</summary>
internal sealed record YamlScalar(string Value, bool IsPlain, SourcePosition Position, int Start, int End) : YamlNode(Position, Start, End)
{
    /// <summary>True for a key without a value, <c>null</c> or <c>~</c>.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, bool IsFlow, SourcePosition Position, int Start, int End) : YamlNode(Position, Start, End);

internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, bool IsFlow, SourcePosition Position, int Start, int End) : YamlNode(Position, Start, End)
{
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key);
}

/// <summary>One key of a mapping and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
