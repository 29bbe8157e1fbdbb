using System.Globalization;
using Stanch.Catalogue.Format.Yaml;
using Stanch.Detection;

namespace Stanch.Catalogue.Format.Reading;

/// <summary>Reads the keys of one mapping. Whatever is asked for is known; what is left over at the end is an error.</summary>
internal sealed class MappingReader
{
    private readonly Dictionary<string, (YamlNode.Scalar Key, YamlNode Value)> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private readonly ReadingLog _log;
    private readonly string _what;

    /// <param name="node">The mapping.</param>
    /// <param name="what">What it describes, as an error says it: <c>secret</c>.</param>
    public MappingReader(YamlNode.Mapping node, string what, ReadingLog log)
    {
        (Node, _what, _log) = (node, what, log);
        foreach (var entry in node.Entries)
        {
            if (!_entries.TryAdd(entry.Key.Value, entry))
                log.Add(entry.Key, $"the key '{entry.Key.Value}' stands twice in this {what}; the first is in line {_entries[entry.Key.Value].Key.Line}");
        }
    }

    public YamlNode.Mapping Node { get; }

    public static MappingReader? From(YamlNode? node, string what, ReadingLog log)
    {
        if (node is YamlNode.Mapping mapping)
            return new MappingReader(mapping, what, log);
        if (node is not null)
            log.Add(node, $"a {what} is a mapping of keys to values, found {node.Kind}");
        return null;
    }

    /// <summary>The value of a key; null where it is absent or <c>null</c>.</summary>
    public YamlNode? Find(string key)
    {
        _asked.Add(key);
        _log.Asked(_what, key);
        return _entries.TryGetValue(key, out var entry) && entry.Value is not YamlNode.Scalar { IsNull: true } ? entry.Value : null;
    }

    /// <summary>The same; its absence is an error, and with <paramref name="mayBeNull"/> a <c>null</c> is not.</summary>
    public YamlNode? Require(string key, bool mayBeNull = false)
    {
        var value = Find(key);
        if (value is null && !(mayBeNull && _entries.ContainsKey(key)))
            _log.Add(Place(key), $"this {_what} has no '{key}'{(mayBeNull ? "; write null where it could not be verified" : "")}");
        return value;
    }

    public string? Text(string key) => AsText(Find(key), key);

    public string RequiredText(string key) => AsText(Require(key), key) ?? "";

    public IReadOnlyList<string> Texts(string key) => AsTexts(Find(key), key);

    public MappingReader? Mapping(string key) => From(Find(key), key, _log);

    public string? AsText(YamlNode? node, string key)
    {
        if (node is null)
            return null;
        if (node is YamlNode.Scalar { Value: not "" } scalar)
            return scalar.Value;
        _log.Add(node, $"'{key}' is a text, found {(node is YamlNode.Scalar ? "an empty one" : node.Kind)}");
        return null;
    }

    public IReadOnlyList<string> AsTexts(YamlNode? node, string key)
    {
        if (node is null)
            return [];
        if (node is YamlNode.List list)
            return [.. list.Items.Select(item => AsText(item, key)).OfType<string>()];
        _log.Add(node, $"'{key}' is a list of texts, found {node.Kind}: write [{(node as YamlNode.Scalar)?.Value ?? "…"}]");
        return [];
    }

    public bool? Flag(string key)
    {
        if (Find(key) is not { } node)
            return null;
        if (node is YamlNode.Scalar { IsPlain: true, Value: "true" or "false" } scalar)
            return scalar.Value == "true";
        _log.Add(node, $"'{key}' is true, false or null, found {node.Kind}");
        return null;
    }

    public double? Number(string key)
    {
        if (Find(key) is not { } node)
            return null;
        if (node is YamlNode.Scalar scalar && double.TryParse(scalar.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return value;
        _log.Add(node, $"'{key}' is a number, 0 or more, found {node.Kind}");
        return null;
    }

    /// <summary>One of several words; an error names the nearest.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T missing)
    {
        if (AsText(Find(key), key) is not { } word)
            return missing;
        if (words.TryGetValue(word, out var value))
            return value;
        _log.Add(_entries[key].Value, $"'{key}' is one of {string.Join(' ', words.Keys)}, found '{word}'{Meant(word, words.Keys)}");
        return missing;
    }

    /// <summary>Where a key stands; the mapping itself where it is absent.</summary>
    public YamlNode Place(string key) => _entries.TryGetValue(key, out var entry) ? entry.Value : Node;

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var (key, _) in _entries.Values)
        {
            if (!_asked.Contains(key.Value))
                _log.Add(key, $"a {_what} has no key '{key.Value}'{Meant(key.Value, _asked)}; its keys are {string.Join(' ', _asked.Distinct())}");
        }
    }

    public static string Meant(string word, IEnumerable<string> known) => NearestName.Of(word, known, least: 2) is { } near ? $", did you mean '{near}'?" : "";
}
