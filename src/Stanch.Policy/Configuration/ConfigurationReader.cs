using Stanch.Detection;
using Stanch.Detection.Paths;
using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>Reads the text of one configuration file. Its keys are those of <c>docs/schemas/stanch-config.schema.json</c>; a test holds the two together.</summary>
internal sealed class ConfigurationReader
{
    public const string CurrentVersion = "1";

    public static readonly IReadOnlyList<string> Keys =
        ["version", "exclude", "ignore", "detectors", "failOn", "minSeverity", "fingerprintKey", "fingerprintKeyFile", "incomplete", "maxTime", "decode", "baseline"];

    public static readonly IReadOnlyList<string> IgnoreKeys = ["path", "fingerprint", "pattern", "target", "detector", "reason", "owner", "expires"];
    public static readonly IReadOnlyList<string> DetectorKeys = ["enable", "disable", "custom"];

    private readonly ValueReader _values;
    private readonly string _text;
    private ConfigurationFile _file;

    private ConfigurationReader(ConfigurationFile file, string text)
    {
        _file = file;
        _text = text;
        _values = new ValueReader(file.Layer);
    }

    /// <param name="name">The file as a person knows it.</param>
    /// <param name="layer">Whose it is.</param>
    /// <param name="folder">The folder that its globs are relative to, relative to the root.</param>
    /// <param name="text">Its whole text.</param>
    /// <exception cref="ConfigurationException">Anything in it is wrong; it says all that is.</exception>
    public static ConfigurationFile Read(string name, ConfigurationLayer layer, string folder, string text)
    {
        var reader = new ConfigurationReader(new ConfigurationFile { Name = name, Layer = layer, Folder = folder }, text);
        if (YamlTree.Parse(name, text) is { } root && root is not YamlScalar { IsNull: true }) reader.Root(root);
        return reader._values.Problems.Count == 0 ? reader._file : throw new ConfigurationException(reader._values.Problems);
    }

    private void Root(YamlNode root)
    {
        foreach (var entry in _values.Entries(root, "the configuration", Keys)) Take(entry);
    }

    private void Take(YamlEntry entry) => _file = entry.Key.Value switch
    {
        "version" => Version(entry),
        "exclude" => _file with { Exclude = [.. _values.Items(entry).Select(item => _values.PathGlob(item, "exclude", mayBeNegated: true)).OfType<Setting<Glob>>()] },
        "ignore" => _file with { Ignore = [.. _values.Items(entry).Select(Ignore).OfType<IgnoreRule>()] },
        "detectors" => Detectors(entry),
        "failOn" => _file with { FailOn = _values.OneOf<Evidence>(entry) },
        "minSeverity" => _file with { MinSeverity = _values.OneOf<Severity>(entry) },
        "fingerprintKey" => _file with { FingerprintKey = Key(entry) },
        "fingerprintKeyFile" => _file with { FingerprintKeyFile = _values.Text(entry) },
        "incomplete" => _file with { Incomplete = _values.OneOf<IncompleteMode>(entry) },
        "maxTime" => _file with { MaxTime = _values.Duration(entry) },
        "decode" => _file with { Decode = _values.Switch(entry) },
        _ => _file with { Baseline = _values.Text(entry) },
    };

    private ConfigurationFile Version(YamlEntry entry)
    {
        if (_values.Text(entry) is { } version && version.Value != CurrentVersion)
            _values.Wrong(entry.Value, $"version {version.Value} is not known to this stanch, which reads version {CurrentVersion}; use a newer one");
        return _file;
    }

    private Setting<string>? Key(YamlEntry entry)
    {
        if (_values.Text(entry) is not { } text) return null;
        if (FingerprintKey.TryParse(text.Value) is not null) return text;
        _values.Wrong(entry.Value, FingerprintKey.Malformed);
        return null;
    }

    private ConfigurationFile Detectors(YamlEntry detectors)
    {
        var file = _file;
        foreach (var entry in _values.Entries(detectors.Value, "'detectors'", DetectorKeys))
        {
            var items = _values.Items(entry);
            file = entry.Key.Value switch
            {
                "enable" => file with { Detectors = file.Detectors with { Enable = DetectorIds(items, "enable") } },
                "disable" => file with { Detectors = file.Detectors with { Disable = DetectorIds(items, "disable") } },
                _ => file with { Custom = [.. items.Select(Custom).OfType<CustomDetectorReference>()] },
            };
        }
        return file;
    }

    private List<Setting<Glob>> DetectorIds(IReadOnlyList<YamlNode> items, string key) =>
        [.. items.Select(item => _values.DetectorGlob(item, key)).OfType<Setting<Glob>>()];

    private CustomDetectorReference? Custom(YamlNode item)
    {
        switch (item)
        {
            case YamlMapping mapping:
                // The entry keeps its own indentation, so that a message about it names the right column.
                var indent = new string(' ', mapping.Position.Column - 1);
                return new CustomDetectorReference(indent + _text[mapping.Start..mapping.End], null, _values.Origin(mapping));
            case YamlScalar { IsNull: false } name when name.Value.Length > 0:
                return new CustomDetectorReference(null, name.Value, _values.Origin(name));
            default:
                _values.Wrong(item, "an item of 'custom' is a detector's entry, or the name of a file with some");
                return null;
        }
    }

    private IgnoreRule? Ignore(YamlNode item)
    {
        var problems = _values.Problems.Count;
        var rule = new IgnoreRule { Origin = _values.Origin(item) };
        foreach (var entry in _values.Entries(item, "an item of 'ignore'", IgnoreKeys)) rule = With(rule, entry);
        if (_values.Problems.Count > problems) return null;
        if (rule is { Path: null, Fingerprint: null, Pattern: null, Detector: null })
        {
            _values.Wrong(item, "an item of 'ignore' needs at least one of path, fingerprint, pattern, detector; without one it would ignore everything");
            return null;
        }
        return rule;
    }

    private IgnoreRule With(IgnoreRule rule, YamlEntry entry) => entry.Key.Value switch
    {
        "path" => rule with { Path = _values.PathGlob(entry) },
        "fingerprint" => rule with { Fingerprint = Fingerprint(entry) },
        "pattern" => rule with { Pattern = _values.Pattern(entry) },
        "target" => rule with { Target = _values.OneOf<IgnoreTarget>(entry)?.Value ?? IgnoreTarget.Any },
        "detector" => rule with { Detector = _values.DetectorGlob(entry.Value, "detector")?.Value },
        "reason" => rule with { Reason = _values.Text(entry)?.Value },
        "owner" => rule with { Owner = _values.Text(entry)?.Value },
        _ => rule with { Expires = _values.Date(entry) },
    };

    private string? Fingerprint(YamlEntry entry)
    {
        if (_values.Text(entry) is not { } text) return null;
        if (Fingerprinter.IsWellFormed(text.Value)) return text.Value;
        _values.Wrong(entry.Value, $"'{text.Value}' is not a fingerprint: one starts with 'h1:' or 'p1:' and is copied from a report");
        return null;
    }
}
