using Stanch.Catalogue.Format.Yaml;

namespace Stanch.Catalogue.Format.Reading;

/// <summary>Collects what is wrong in one file, and which keys the reader knows.</summary>
internal sealed class ReadingLog(string file, int firstLine)
{
    private readonly List<CatalogueError> _errors = [];
    private readonly Dictionary<string, SortedSet<string>> _keys = [];

    public IReadOnlyList<CatalogueError> Errors => [.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)];

    /// <summary>The keys that were asked for, by the name of the mapping: what the schema must list.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Keys => _keys;

    public void Add(YamlNode at, string message) => Add(at.Line, at.Column, message);

    public void Add(int line, int column, string message) => AddInFile(InFile(line), column, message);

    public void AddInFile(int line, int column, string message) => _errors.Add(new CatalogueError(file, line, column, message));

    /// <summary>The line of the file that a line of the text is.</summary>
    public int InFile(int line) => line + firstLine - 1;

    public void Asked(string mapping, string key)
    {
        if (!_keys.TryGetValue(mapping, out var keys))
            _keys[mapping] = keys = new SortedSet<string>(StringComparer.Ordinal);
        keys.Add(key);
    }
}
