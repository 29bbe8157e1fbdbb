using System.Globalization;
using System.Text;
using Stanch.Catalogue.Format;
using Stanch.Catalogue.Format.Dialect;
using Stanch.Detection;
using Stanch.Detection.Scanning;

namespace Stanch.CatalogueCompiler;

/// <summary>Writes the built-in detectors: plain object construction, one method each, so that a start reads and parses nothing and makes only those that it meets.</summary>
internal sealed class DetectorsWriter
{
    private readonly CompiledCatalogue _catalogue;
    private readonly StringBuilder _output = new(CodeText.Header);
    private readonly List<ulong> _shapes = [];
    private readonly Dictionary<string, int> _shapeOffsets = [];

    private DetectorsWriter(CompiledCatalogue catalogue) => _catalogue = catalogue;

    public static string Write(CompiledCatalogue catalogue) => new DetectorsWriter(catalogue).Write();

    private string Write()
    {
        _output.Append("""
            using Stanch.Catalogue.Patterns;
            using Stanch.Detection;

            namespace Stanch.Catalogue;

            internal static class CompiledDetectors
            {

            """);
        var ids = _catalogue.Secrets.Select(secret => secret.Id).ToList();
        _output.Append(CultureInfo.InvariantCulture, $"    public const string Hash = {CodeText.Quote(CatalogueHash.Of(_catalogue))};\n\n    public const int Count = {ids.Count};\n\n");
        _output.Append("    public static readonly string[] Ids =\n    [\n");
        foreach (var id in ids) _output.Append(CultureInfo.InvariantCulture, $"        {CodeText.Quote(id)},\n");
        _output.Append("    ];\n\n    public static Detector Create(int number) => number switch\n    {\n");
        for (var number = 0; number < ids.Count; number++) _output.Append(CultureInfo.InvariantCulture, $"        {number} => Detector{number}(),\n");
        _output.Append("        _ => throw new System.ArgumentOutOfRangeException(nameof(number)),\n    };\n\n");
        foreach (var (number, (provider, secret)) in _catalogue.Providers.SelectMany(provider => provider.Secrets.Select(secret => (provider, secret))).Index())
        {
            _output.Append(CultureInfo.InvariantCulture, $"    private static Detector Detector{number}() =>");
            WriteDetector(provider, secret);
        }

        _output.Append("    private static System.ReadOnlyMemory<ulong> Shape(int start, int length) => Shapes.Slice(start, length).ToArray();\n\n");
        WriteShapes();
        return _output.Append("}\n").ToString();
    }

    private void WriteDetector(ProviderEntry provider, SecretEntry secret)
    {
        // What is written is the detector that a user's file with this text would give.
        var detector = DetectorFactory.Create(provider, secret, CustomPattern.Create(secret.Compiled), isCustom: false);
        _output.Append(" new()\n        {\n");
        Set("Id", CodeText.Quote(detector.Id));
        Set("Name", CodeText.Quote(detector.Name));
        Set("Provider", CodeText.Quote(detector.Provider));
        Set("ProviderName", CodeText.Quote(detector.ProviderName));
        Set("Category", CodeText.Quote(detector.Category));
        Set("Severity", $"Severity.{detector.Severity}");
        Set("Keywords", CodeText.List(detector.Keywords));
        Set("Context", $"DetectorContext.{detector.Context}");
        WritePattern(_catalogue.PatternNumber(secret), detector.Pattern);
        if (detector.Filters != DetectorFilters.Default)
            Set("Filters", $"new({CodeText.Number(detector.Filters.Entropy)}, {CodeText.Flag(detector.Filters.Placeholder)}, {CodeText.Flag(detector.Filters.Words)})");
        Set("Proof", CodeText.Quote(detector.Proof));
        if (detector.Pair is { } pair)
            Set("Pair", string.Create(CultureInfo.InvariantCulture, $"new({CodeText.Quote(pair.With)}, {pair.Within})"));
        SetList("Contains", detector.Contains);
        SetList("Related", detector.Related);
        SetList("Variables", detector.Variables);
        Set("FormatEvidence", $"Evidence.{detector.FormatEvidence}");
        Set("What", CodeText.Quote(detector.What));
        Set("NextStep", CodeText.Quote(detector.NextStep));
        Set("DocumentationUrl", CodeText.Quote(detector.DocumentationUrl));
        Set("Print", string.Create(CultureInfo.InvariantCulture, $"0x{DetectorPrint.Of(detector, secret.Compiled.Expression):X}"));
        _output.Append("        };\n\n");
    }

    private void Set(string name, string value) => _output.Append(CultureInfo.InvariantCulture, $"            {name} = {value},\n");

    private void SetList(string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            Set(name, CodeText.List(values));
    }

    private void WritePattern(int number, DetectorPattern pattern)
    {
        _output.Append(CultureInfo.InvariantCulture, $"            Pattern = new(BuiltInPatterns.Get, {number})\n            {{\n");
        _output.Append(CultureInfo.InvariantCulture, $"                MinLength = {pattern.MinLength}, MaxLength = {pattern.MaxLength}, AnchorOffset = {pattern.AnchorOffset},\n");
        _output.Append(CultureInfo.InvariantCulture, $"                BoundaryBefore = {CodeText.Flag(pattern.BoundaryBefore)}, BoundaryAfter = {CodeText.Flag(pattern.BoundaryAfter)},\n");
        _output.Append(CultureInfo.InvariantCulture, $"                HasGroups = {CodeText.Flag(pattern.HasGroups)}, PublicPrefix = {pattern.PublicPrefix},\n");
        _output.Append(CultureInfo.InvariantCulture, $"                Shape = Shape({ShapeOffset(pattern.Shape.Span)}, {pattern.Shape.Length}),\n");
        if (!pattern.Tail.IsEmpty)
            _output.Append(CultureInfo.InvariantCulture, $"                Tail = Shape({ShapeOffset(pattern.Tail.Span)}, {pattern.Tail.Length}),\n");
        _output.Append("            },\n");
    }

    private int ShapeOffset(ReadOnlySpan<ulong> shape)
    {
        var key = string.Join(',', shape.ToArray());
        if (_shapeOffsets.TryGetValue(key, out var offset))
            return offset;
        offset = _shapeOffsets[key] = _shapes.Count;
        _shapes.AddRange(shape);
        return offset;
    }

    private void WriteShapes()
    {
        _output.Append("    private static System.ReadOnlySpan<ulong> Shapes =>\n    [\n");
        foreach (var position in _shapes.Chunk(4))
            _output.Append("        ").AppendJoin(' ', position.Select(word => string.Create(CultureInfo.InvariantCulture, $"0x{word:X},"))).Append('\n');
        _output.Append("    ];\n");
    }
}
