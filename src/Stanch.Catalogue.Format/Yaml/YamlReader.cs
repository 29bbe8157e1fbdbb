using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Stanch.Catalogue.Format.Yaml;

/// <summary>
/// Reads one document of YAML into nodes that know their place. Aliases, tags and second documents are refused: nothing here needs them, and a
/// file that comes with a scanned tree could explode by them.
/// </summary>
internal sealed class YamlReader
{
    private const string NeedsQuotes = "a text with ': ', ' #' or a leading [ { * & ! % @ needs quotes";
    private readonly Parser _parser;
    private readonly YamlLimits _limits;
    private int _nodes;

    private YamlReader(string text, YamlLimits limits)
    {
        _parser = new Parser(new StringReader(text));
        _limits = limits;
    }

    /// <returns>The document; null where the text holds none.</returns>
    /// <exception cref="YamlProblem">It is not YAML, or more than allowed.</exception>
    public static YamlNode? Read(string text, YamlLimits? limits = null)
    {
        limits ??= new YamlLimits();
        if (text.Length > limits.Characters)
            throw new YamlProblem($"the file has {text.Length} characters, at most {limits.Characters} are read", 1, 1);
        var reader = new YamlReader(text, limits);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException e)
        {
            throw new YamlProblem($"not YAML: {e.InnerException?.Message ?? e.Message}; {NeedsQuotes}", (int)e.Start.Line, (int)e.Start.Column);
        }
        catch (InvalidOperationException)
        {
            // Thrown by YamlDotNet's scanner for some misplaced brackets, without a place.
            throw new YamlProblem($"not YAML after this place; {NeedsQuotes}", reader.LastLine, 1);
        }
    }

    private int LastLine => Math.Max(1, (int)(_parser.Current?.End.Line ?? 1));

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return null;
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        return _parser.TryConsume<DocumentStart>(out var second)
            ? throw Problem("one document a file is read: take out the '---' before this one", second)
            : root;
    }

    private YamlNode ReadNode(int depth)
    {
        if (depth > _limits.Depth)
            throw Problem($"more than {_limits.Depth} lists and mappings inside one another", _parser.Current!);
        if (++_nodes > _limits.Nodes)
            throw Problem($"more than {_limits.Nodes} values in one file", _parser.Current!);
        return _parser.Current switch
        {
            Scalar => ReadScalar(),
            SequenceStart => ReadList(depth),
            MappingStart => ReadMapping(depth),
            var other => throw Problem("aliases (*name) are not read: write the value out", other!),
        };
    }

    private YamlNode.Scalar ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        RefuseDecoration(scalar);
        return new YamlNode.Scalar(scalar.Value, scalar.Style == ScalarStyle.Plain, Line(scalar), Column(scalar));
    }

    private YamlNode.List ReadList(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        RefuseDecoration(start);
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new YamlNode.List(items, Line(start), Column(start));
    }

    private YamlNode.Mapping ReadMapping(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        RefuseDecoration(start);
        var entries = new List<(YamlNode.Scalar, YamlNode)>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar)
                throw Problem("a key is a text, not a list or mapping", _parser.Current!);
            entries.Add((ReadScalar(), ReadNode(depth + 1)));
        }
        return new YamlNode.Mapping(entries, Line(start), Column(start));
    }

    private static void RefuseDecoration(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            throw Problem("anchors (&name) are not read: write the value out; a text that starts with & needs quotes", node);
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            throw Problem("tags (!name) are not read; a text that starts with ! needs quotes", node);
    }

    private static YamlProblem Problem(string message, ParsingEvent at) => new(message, Line(at), Column(at));

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;
}
