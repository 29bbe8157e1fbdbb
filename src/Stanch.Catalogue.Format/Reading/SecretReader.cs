using Stanch.Catalogue.Format.Dialect;
using Stanch.Catalogue.Format.Yaml;
using Stanch.Detection;
using Stanch.Detection.Proofs;

namespace Stanch.Catalogue.Format.Reading;

/// <summary>Reads one entry of <c>secrets</c>.</summary>
internal sealed class SecretReader(CatalogueRules rules, ReadingLog log, GuideReader guides)
{
    private const int ShortestKeyword = 3;
    private const int LongestKeyword = 64;
    private const int FewestExamples = 3;
    private const int MostLinesApart = 1000;
    private const double MostEntropy = 8;

    private static readonly Dictionary<string, Severity> s_severities = new()
    {
        ["critical"] = Severity.Critical,
        ["high"] = Severity.High,
        ["medium"] = Severity.Medium,
        ["low"] = Severity.Low,
        ["info"] = Severity.Info,
    };

    private static readonly Dictionary<string, DetectorContext> s_contexts = new()
    {
        ["assigned"] = DetectorContext.Assigned,
        ["near"] = DetectorContext.Near,
    };

    private static readonly CompiledPattern s_refused =
        new() { Expression = "", LinearExpression = "", MinLength = 0, MaxLength = 0, Shape = [] };

    public SecretEntry Read(MappingReader reader)
    {
        var context = reader.Choice("context", s_contexts, DetectorContext.Inside);
        var keywords = ReadKeywords(reader);
        var pattern = reader.RequiredText("pattern");
        var entry = new SecretEntry
        {
            Id = ReadId(reader),
            Name = reader.RequiredText("name"),
            Severity = ReadSeverity(reader),
            Keywords = keywords,
            Pattern = pattern,
            Compiled = Compile(reader, pattern, keywords, context),
            Context = context,
            Filters = ReadFilters(reader),
            Proof = ReadProof(reader),
            Pair = ReadPair(reader),
            Contains = reader.Texts("contains"),
            Related = reader.Texts("related"),
            HostFrom = reader.Text("host-from"),
            IsWeak = reader.Choice("evidence", new Dictionary<string, bool> { ["review"] = true }, false),
            Variables = reader.Texts("variables"),
            Guide = guides.Read(reader),
            Line = log.InFile(reader.Node.Line),
            Column = reader.Node.Column,
        };
        var (matches, noMatches) = ReadExamples(reader);
        reader.Close();
        return entry with { Matches = matches, NoMatches = noMatches, Guide = entry.Guide with { HostFrom = entry.HostFrom } };
    }

    private string ReadId(MappingReader reader)
    {
        var id = reader.RequiredText("id");
        if (id.Length > 0 && !Names.Kebab.IsMatch(id))
            log.Add(reader.Place("id"), $"the id '{id}' is not kebab-case: small letters and digits, joined by single dashes");
        return id;
    }

    private static Severity ReadSeverity(MappingReader reader)
    {
        reader.Require("severity");
        return reader.Choice("severity", s_severities, Severity.High);
    }

    private List<string> ReadKeywords(MappingReader reader)
    {
        var keywords = reader.AsTexts(reader.Require("keywords"), "keywords").ToList();
        var place = reader.Place("keywords");
        foreach (var keyword in keywords)
        {
            if (keyword.Length is < ShortestKeyword or > LongestKeyword)
                log.Add(place, $"the keyword '{keyword}' has {keyword.Length} bytes, {ShortestKeyword} to {LongestKeyword} are allowed: a shorter one would stop the search at every line");
            if (keyword.Any(c => c is < ' ' or > '~'))
                log.Add(place, $"the keyword '{keyword}' has a character that is not printable ASCII");
        }
        foreach (var twins in keywords.GroupBy(keyword => keyword.ToLowerInvariant()).Where(group => group.Count() > 1))
            log.Add(place, $"the keyword '{twins.Key}' stands twice: case makes no difference");
        return keywords;
    }

    private CompiledPattern Compile(MappingReader reader, string pattern, IReadOnlyList<string> keywords, DetectorContext context)
    {
        if (pattern.Length == 0)
            return s_refused;
        try
        {
            return PatternChecker.Compile(pattern, keywords, context, rules.Patterns);
        }
        catch (PatternException e)
        {
            log.Add(reader.Place("pattern"), $"the pattern is refused: {e.Message}");
            return s_refused;
        }
    }

    private DetectorFilters ReadFilters(MappingReader reader)
    {
        if (reader.Mapping("filters") is not { } filters)
            return DetectorFilters.Default;
        var entropy = filters.Number("entropy");
        if (entropy > MostEntropy)
            log.Add(filters.Place("entropy"), $"'entropy' is in bits a character, at most {MostEntropy}");
        var result = new DetectorFilters(entropy, filters.Flag("placeholder") ?? true, filters.Flag("words"));
        filters.Close();
        return result;
    }

    private string? ReadProof(MappingReader reader)
    {
        if (reader.Text("proof") is not { } proof)
            return null;
        if (!KnownProofs.Names.Contains(proof))
            log.Add(reader.Place("proof"), $"there is no offline check '{proof}'{MappingReader.Meant(proof, KnownProofs.Names)}; there are {string.Join(' ', KnownProofs.Names.Order(StringComparer.Ordinal))}");
        return proof;
    }

    private DetectorPair? ReadPair(MappingReader reader)
    {
        if (reader.Mapping("pair") is not { } pair)
            return null;
        var with = pair.RequiredText("with");
        pair.Require("within");
        var within = pair.Number("within") ?? 0;
        if (within is < 0 or > MostLinesApart || within % 1 != 0)
            log.Add(pair.Place("within"), $"'within' is a number of lines, 0 to {MostLinesApart}");
        pair.Close();
        return new DetectorPair(with, (int)within);
    }

    private (IReadOnlyList<Example> Matches, IReadOnlyList<Example> NoMatches) ReadExamples(MappingReader reader)
    {
        if (rules.IsComplete)
            reader.Require("examples");
        if (reader.Mapping("examples") is not { } examples)
            return ([], []);
        var result = (ReadExamples(examples, "match"), ReadExamples(examples, "no-match"));
        examples.Close();
        return result;
    }

    private List<Example> ReadExamples(MappingReader examples, string key)
    {
        var node = rules.IsComplete ? examples.Require(key) : examples.Find(key);
        if (node is null)
            return [];
        if (node is not YamlNode.List list)
        {
            log.Add(node, $"'{key}' is a list of texts, found {node.Kind}");
            return [];
        }
        if (rules.IsComplete && list.Items.Count < FewestExamples)
            log.Add(node, $"'{key}' has {list.Items.Count} examples, at least {FewestExamples} are needed: an environment file, code, a header");
        return [.. list.Items.Select(item => ReadExample(examples, item, key)).OfType<Example>()];
    }

    private Example? ReadExample(MappingReader examples, YamlNode item, string key)
    {
        string? path = null;
        var text = item;
        if (item is YamlNode.Mapping)
        {
            var example = MappingReader.From(item, "example", log)!;
            path = example.RequiredText("path");
            text = example.Require("text");
            example.Close();
        }
        if (examples.AsText(text, key) is not { } template)
            return null;
        try
        {
            ExampleTemplate.Parse(template);
        }
        catch (FormatException e)
        {
            log.Add(text!, $"the example is refused: {e.Message}");
        }
        return new Example(template, path);
    }
}
