using System.Globalization;
using Stanch.Detection.Paths;
using Stanch.Detection;
using Stanch.Policy.Yaml;

namespace Stanch.Policy;

/// <summary>Reads the values of one configuration file and gathers what is wrong with them, so that a person sees all of it at once.</summary>
internal sealed class ValueReader(ConfigurationLayer layer)
{
    private const int MostProblems = 20;
    private const int MostShown = 60;
    private const string NeverHere = "a configuration can never set an endpoint or a credential: give it as an option or in the environment of the command that needs it";

    // What people try, coming from tools whose configuration may name a server.
    private static readonly HashSet<string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "api", "apiKey", "api-key", "apiUrl", "api-url", "credential", "credentials", "endpoint", "host", "hosts", "instance", "password", "proxy", "secret",
        "server", "token", "url", "webhook",
    };

    private readonly List<ConfigurationProblem> _problems = [];

    /// <summary>What is wrong, as far as a person reads on.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems => _problems;

    public void Wrong(YamlNode where, string problem)
    {
        if (_problems.Count < MostProblems) _problems.Add(new ConfigurationProblem(where.Position, problem));
    }

    /// <summary>The entries of a mapping, its unknown keys reported.</summary>
    public IEnumerable<YamlEntry> Entries(YamlNode node, string what, IReadOnlyCollection<string> known)
    {
        if (node is not YamlMapping mapping)
        {
            Wrong(node, $"{what} must be a mapping of keys ({string.Join(", ", known)})");
            yield break;
        }
        foreach (var entry in mapping.Entries)
        {
            if (known.Contains(entry.Key.Value)) yield return entry;
            else Wrong(entry.Key, Unknown(entry.Key.Value, what, known));
        }
    }

    public IReadOnlyList<YamlNode> Items(YamlEntry entry)
    {
        if (entry.Value is YamlSequence sequence) return sequence.Items;
        if (entry.Value is not YamlScalar { IsNull: true }) Wrong(entry.Value, $"'{entry.Key.Value}' must be a list");
        return [];
    }

    public Setting<string>? Text(YamlEntry entry) => Text(entry.Value, entry.Key.Value);

    public Setting<T>? OneOf<T>(YamlEntry entry)
        where T : struct, Enum
    {
        if (Text(entry) is not { } text) return null;
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        if (names.IndexOf(text.Value) is var at and >= 0) return new Setting<T>(Enum.GetValues<T>()[at], text.Origin);
        Wrong(entry.Value, $"'{entry.Key.Value}' cannot be '{text.Value}'{NearestName.Hint(text.Value, names)}");
        return null;
    }

    public Setting<bool>? Switch(YamlEntry entry)
    {
        if (Text(entry) is not { } text) return null;
        if (text.Value is "true" or "false") return new Setting<bool>(text.Value == "true", text.Origin);
        Wrong(entry.Value, $"'{entry.Key.Value}' must be true or false, not '{text.Value}'");
        return null;
    }

    public Setting<TimeSpan>? Duration(YamlEntry entry)
    {
        if (Text(entry) is not { } text) return null;
        if (DurationText.TryParse(text.Value, out var duration)) return new Setting<TimeSpan>(duration, text.Origin);
        Wrong(entry.Value, $"'{entry.Key.Value}' must be a time such as 90s, 10m or 1h30m, not '{text.Value}'");
        return null;
    }

    public DateOnly? Date(YamlEntry entry)
    {
        if (Text(entry) is not { } text) return null;
        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Wrong(entry.Value, $"'{entry.Key.Value}' must be a day written as 2027-01-31, not '{text.Value}'");
        return null;
    }

    public UserRegex? Pattern(YamlEntry entry)
    {
        if (Text(entry) is not { } text) return null;
        var pattern = UserRegex.TryCreate(text.Value, out var problem);
        if (problem is not null) Wrong(entry.Value, problem);
        return pattern;
    }

    public Glob? PathGlob(YamlEntry entry, bool mayBeNegated = false) => PathGlob(entry.Value, entry.Key.Value, mayBeNegated)?.Value;

    public Setting<Glob>? PathGlob(YamlNode node, string key, bool mayBeNegated)
    {
        if (Text(node, key) is not { } text) return null;
        var glob = Glob.Parse(text.Value);
        if (glob.Flaw is { } flaw) Wrong(node, $"the glob '{text.Value}' can never match: {flaw}");
        else if (glob.IsNegated && !mayBeNegated) Wrong(node, $"'{key}' cannot start with '!': write what it is to match");
        else return new Setting<Glob>(glob, text.Origin);
        return null;
    }

    public Setting<Glob>? DetectorGlob(YamlNode node, string key)
    {
        if (Text(node, key) is not { } text) return null;
        if (text.Value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '*')) return new Setting<Glob>(Glob.Parse(text.Value), text.Origin);
        Wrong(node, $"'{text.Value}' is not a detector's id (lower-case letters, digits and hyphens, * for any text); see 'stanch detectors list'");
        return null;
    }

    public ConfigurationOrigin Origin(YamlNode node) => new(layer, node.Position);

    private Setting<string>? Text(YamlNode node, string key)
    {
        if (node is YamlScalar { IsNull: false } scalar && scalar.Value.Length > 0) return new Setting<string>(scalar.Value, Origin(node));
        Wrong(node, $"'{key}' must be a text");
        return null;
    }

    private static string Unknown(string key, string what, IReadOnlyCollection<string> known)
    {
        if (key.Length > MostShown) return $"unknown key '{key[..MostShown]}…' in {what}";
        return Forbidden.Contains(key) && NearestName.Of(key, known) is null
            ? $"unknown key '{key}' in {what}: {NeverHere}"
            : $"unknown key '{key}' in {what}{NearestName.Hint(key, known)}";
    }
}
