using System.Globalization;
using Stanch.Detection;

namespace Stanch.Remediation.Snippets;

/// <summary>What the snippets of one kind of secret call things.</summary>
public sealed record SnippetVocabulary
{
    private const int FewestWords = 2;
    private readonly string[] _words;

    private SnippetVocabulary(string variable, string path)
    {
        Variable = variable;
        Path = path;
        var words = variable.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries);
        // Every name that a snippet makes up for itself is one word, as is every keyword: two words meet neither.
        _words = words.Length < FewestWords ? [.. words, "value"] : words;
    }

    /// <summary>The environment variable: <c>CIRCLE_TOKEN</c>.</summary>
    public string Variable { get; }

    /// <summary>Where a secret store keeps it: <c>circleci/project-token</c>.</summary>
    public string Path { get; }

    /// <summary><c>circle_token</c></summary>
    public string Snake => string.Join('_', _words);

    /// <summary><c>circleToken</c></summary>
    public string Camel => _words[0] + string.Concat(_words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <param name="detector">The kind of secret.</param>
    /// <param name="known">Names that the incident's own files use, the likeliest first.</param>
    public static SnippetVocabulary Of(Detector detector, IEnumerable<string> known) => new(
        known.Select(EnvironmentName).FirstOrDefault(name => name is not null)
            ?? detector.Variables.FirstOrDefault(IsEnvironmentName)
            ?? detector.Id.ToUpperInvariant().Replace('-', '_'),
        PathOf(detector));

    private static bool IsEnvironmentName(string name) =>
        name.Length > 1 && char.IsAsciiLetterUpper(name[0]) && char.IsAsciiLetterOrDigit(name[^1]) && name.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_');

    // apiToken and api-token become API_TOKEN; a word alone (token) says too little to be a name of its own.
    private static string? EnvironmentName(string name)
    {
        if (IsEnvironmentName(name)) return name;
        var spread = string.Concat(name.Select((letter, index) =>
            (index > 0 && char.IsAsciiLetterUpper(letter) && char.IsAsciiLetterLower(name[index - 1]) ? "_" : "") + letter));
        var upper = spread.Replace('-', '_').Replace('.', '_').ToUpper(CultureInfo.InvariantCulture).Trim('_');
        return upper.Contains('_', StringComparison.Ordinal) && IsEnvironmentName(upper) ? upper : null;
    }

    private static string PathOf(Detector detector)
    {
        var provider = detector.Provider + "-";
        return detector.Id.StartsWith(provider, StringComparison.Ordinal) && detector.Id.Length > provider.Length
            ? $"{detector.Provider}/{detector.Id[provider.Length..]}"
            : $"app/{detector.Id}";
    }
}
