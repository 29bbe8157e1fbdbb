using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Stanch.Policy.Imports;

/// <summary>A table of a TOML document: texts, numbers, truths, lists, and tables in tables. By the syntax parser alone, which needs no reflection.</summary>
internal sealed class TomlTree
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => _values.Keys;

    /// <exception cref="ConfigurationException">The text is not TOML.</exception>
    public static TomlTree Parse(string name, string text)
    {
        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(text.TrimStart('\uFEFF'), name, true);
        }
        catch (Exception wrong) when (wrong is Tomlyn.TomlException or ArgumentException)
        {
            throw new ConfigurationException(new ConfigurationProblem(new SourcePosition(name, 1, 1), "not valid TOML"));
        }
        if (document.HasErrors)
        {
            var start = document.Diagnostics.First(message => message.Kind == DiagnosticMessageKind.Error).Span.Start;
            throw new ConfigurationException(new ConfigurationProblem(new SourcePosition(name, start.Line + 1, start.Column + 1), "not valid TOML"));
        }
        var root = new TomlTree();
        foreach (var pair in document.KeyValues) root.Set(pair);
        foreach (var table in document.Tables) root.Table(table);
        return root;
    }

    public string? Text(string key) => _values.GetValueOrDefault(key) as string;

    public double? Number(string key) => _values.GetValueOrDefault(key) as double?;

    public bool IsTrue(string key) => _values.GetValueOrDefault(key) is true;

    public TomlTree? Table(string key) => _values.GetValueOrDefault(key) as TomlTree;

    /// <summary>The tables of an array of tables, or the one table of that name.</summary>
    public IEnumerable<TomlTree> Tables(string key) => _values.GetValueOrDefault(key) switch
    {
        List<object> list => list.OfType<TomlTree>(),
        TomlTree one => [one],
        _ => [],
    };

    public IReadOnlyList<string> Texts(string key) => _values.GetValueOrDefault(key) is List<object> list ? [.. list.OfType<string>()] : [];

    private void Table(TableSyntaxBase table)
    {
        var names = Names(table.Name!);
        var parent = names.SkipLast(1).Aggregate(this, (tree, name) => tree.Child(name));
        var target = table is TableArraySyntax ? parent.Append(names[^1]) : parent.Child(names[^1]);
        foreach (var pair in table.Items) target.Set(pair);
    }

    private void Set(KeyValueSyntax pair)
    {
        var names = Names(pair.Key!);
        var tree = names.SkipLast(1).Aggregate(this, (tree, name) => tree.Child(name));
        if (Value(pair.Value) is { } value) tree._values[names[^1]] = value;
    }

    // Of an array of tables, "[rules.allowlist]" speaks of the last.
    private TomlTree Child(string name)
    {
        switch (_values.GetValueOrDefault(name))
        {
            case TomlTree tree: return tree;
            case List<object> list when list.LastOrDefault() is TomlTree last: return last;
            default:
                var child = new TomlTree();
                _values[name] = child;
                return child;
        }
    }

    private TomlTree Append(string name)
    {
        if (_values.GetValueOrDefault(name) is not List<object> list) _values[name] = list = [];
        var child = new TomlTree();
        list.Add(child);
        return child;
    }

    private static List<string> Names(KeySyntax key) => [Name(key.Key), .. key.DotKeys.Select(item => Name(item.Key))];

    private static string Name(BareKeyOrStringValueSyntax? name) => name switch
    {
        BareKeySyntax bare => bare.Key?.Text ?? "",
        StringValueSyntax quoted => quoted.Value ?? "",
        _ => "",
    };

    private static object? Value(ValueSyntax? value) => value switch
    {
        StringValueSyntax text => text.Value,
        IntegerValueSyntax number => (double)number.Value,
        FloatValueSyntax number => number.Value,
        BooleanValueSyntax truth => truth.Value,
        ArraySyntax array => array.Items.Select(item => Value(item.Value)).OfType<object>().ToList(),
        InlineTableSyntax table => Inline(table),
        _ => null,
    };

    private static TomlTree Inline(InlineTableSyntax table)
    {
        var tree = new TomlTree();
        foreach (var item in table.Items)
            if (item.KeyValue is { } pair) tree.Set(pair);
        return tree;
    }
}
