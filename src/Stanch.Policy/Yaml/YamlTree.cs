using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Stanch.Policy.Yaml;

/// <summary>
/// Reads one YAML document into nodes with places. Aliases are refused (a few lines of them unfold to gigabytes), as are duplicate keys,
/// a second document, nesting beyond <see cref="MostDepth"/>, and more than <see cref="MostLength"/> characters.
/// </summary>
internal sealed class YamlTree
{
    private const int MostDepth = 32;
    private const int MostLength = 1 << 20;

    private readonly string _file;
    private readonly int _skipped;
    private readonly Parser _parser;

    private YamlTree(string file, string text)
    {
        _file = file;
        // A byte order mark is no part of the document, but places count it.
        _skipped = text.StartsWith('\uFEFF') ? 1 : 0;
        _parser = new Parser(new StringReader(text[_skipped..]));
    }

    /// <returns>The document; null for an empty one.</returns>
    /// <exception cref="ConfigurationException">The text is not YAML, or uses what is refused.</exception>
    public static YamlNode? Parse(string file, string text)
    {
        if (text.Length > MostLength) throw new ConfigurationException(new ConfigurationProblem(new SourcePosition(file, 1, 1), $"longer than {MostLength} characters; such a file is not meant to be"));
        var tree = new YamlTree(file, text);
        try
        {
            return tree.Document();
        }
        catch (YamlException wrong)
        {
            throw new ConfigurationException(new ConfigurationProblem(PositionOf(file, wrong.Start), $"not valid YAML: {Tidy(wrong.Message)}"));
        }
        catch (InvalidOperationException)
        {
            // What the parser throws where a key of several lines stands in a flow sequence.
            throw new ConfigurationException(new ConfigurationProblem(PositionOf(file, tree._parser.Current?.End ?? Mark.Empty), "not valid YAML"));
        }
    }

    private YamlNode? Document()
    {
        Next();
        if (Next() is StreamEnd) return null;
        Next();
        var root = Node(0);
        Next();
        if (Next() is DocumentStart second) throw Refused(second, "a second document starts here; a configuration has one");
        return root;
    }

    private YamlNode Node(int depth)
    {
        var here = _parser.Current!;
        if (depth > MostDepth) throw Refused(here, $"nested deeper than {MostDepth} levels");
        if (here is AnchorAlias) throw Refused(here, "an alias (*name) is not understood here; write the value out");
        return here switch
        {
            SequenceStart sequence => Sequence(sequence, depth),
            MappingStart mapping => Mapping(mapping, depth),
            Scalar scalar => new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, At(scalar), Index(scalar.Start), Index(scalar.End)),
            _ => throw Refused(here, "a value was expected"),
        };
    }

    private YamlSequence Sequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (Next() is not SequenceEnd) items.Add(Node(depth + 1));
        var isFlow = start.Style == SequenceStyle.Flow;
        var end = isFlow || items.Count == 0 ? EndOfFlow() : items[^1].End;
        return new YamlSequence(items, isFlow, At(start), Index(start.Start), end);
    }

    private YamlMapping Mapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (Next() is not MappingEnd)
        {
            if (Node(depth + 1) is not YamlScalar key) throw Refused(start, "a key must be a plain text");
            if (!keys.Add(key.Value)) throw new ConfigurationException(new ConfigurationProblem(key.Position, $"the key '{key.Value}' stands twice"));
            Next();
            entries.Add(new YamlEntry(key, Node(depth + 1)));
        }
        var isFlow = start.Style == MappingStyle.Flow;
        var end = isFlow || entries.Count == 0 ? EndOfFlow() : entries[^1].Value.End;
        return new YamlMapping(entries, isFlow, At(start), Index(start.Start), end);
    }

    // The event's own end is that of the bracket for a sequence and not for a mapping; its start is that of the bracket for both.
    private int EndOfFlow() => Index(_parser.Current!.Start) + 1;

    private ParsingEvent Next()
    {
        _parser.MoveNext();
        return _parser.Current ?? throw new ConfigurationException(new ConfigurationProblem(new SourcePosition(_file, 1, 1), "the document ends too early"));
    }

    private int Index(Mark mark) => (int)mark.Index + _skipped;

    private SourcePosition At(ParsingEvent here) => PositionOf(_file, here.Start);

    private ConfigurationException Refused(ParsingEvent here, string problem) => new(new ConfigurationProblem(At(here), problem));

    private static SourcePosition PositionOf(string file, Mark mark) => new(file, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private static string Tidy(string message) => message.ReplaceLineEndings(" ").Trim();
}
