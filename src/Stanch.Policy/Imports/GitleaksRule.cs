using System.Globalization;
using System.Text;
using Stanch.Policy.Imports.Patterns;
using Stanch.Policy.Yaml;

namespace Stanch.Policy.Imports;

/// <summary>Writes a rule of gitleaks as an entry of the catalogue's format.</summary>
internal static class GitleaksRule
{
    private const int LeastKeyword = 3;

    /// <returns>Null when it cannot be said; why is told.</returns>
    public static ImportedDetector? Translate(TomlTree rule, Action<string, string> leave)
    {
        var name = rule.Text("id") ?? "a rule without an id";
        var regex = rule.Text("regex")!;
        var keywords = rule.Texts("keywords").Select(word => word.ToLowerInvariant()).Where(word => Encoding.UTF8.GetByteCount(word) >= LeastKeyword).ToList();
        if (keywords.Count == 0)
        {
            leave($"rule {name}", $"it has no keyword of {LeastKeyword} characters or more; give it one that stands in every match or near it, and import again");
            return null;
        }
        if (rule.Text("path") is { } path) leave($"rule {name}", $"carried over for every file; it was for paths like '{path}' only");
        if (rule.Tables("required").Any()) leave($"rule {name}", "carried over alone; it needed other rules beside it, which 'pair' may say here");
        if (Pattern(rule, name, regex, leave) is not { } pattern) return null;
        var id = Id(name);
        return new ImportedDetector(id, Entry(id, rule, pattern, keywords, regex));
    }

    private static string? Pattern(TomlTree rule, string name, string regex, Action<string, string> leave)
    {
        try
        {
            var pattern = DialectPattern.Write(GoRegexParser.Parse(regex), (int)(rule.Number("secretGroup") ?? 0), out var remarks);
            foreach (var remark in remarks.Distinct()) leave($"rule {name}", $"carried over, but {remark}; try it with 'stanch detectors test'");
            return pattern;
        }
        catch (GoRegexException wrong)
        {
            leave($"rule {name}", $"its expression cannot be said in the catalogue's dialect: it {wrong.Message}");
            return null;
        }
    }

    private static string Entry(string id, TomlTree rule, string pattern, IReadOnlyList<string> keywords, string regex)
    {
        var text = new StringBuilder();
        Line("id", id);
        Line("name", YamlText.Scalar(rule.Text("description") is { Length: > 0 } description ? description : id));
        Line("severity", "high");
        Line("keywords", $"[{string.Join(", ", keywords.Select(YamlText.Scalar))}]");
        Line("pattern", YamlText.Scalar(pattern));
        if (!keywords.Any(word => regex.Contains(word, StringComparison.OrdinalIgnoreCase))) Line("context", "near");
        if (rule.Number("entropy") is { } entropy) Line("filters", string.Create(CultureInfo.InvariantCulture, $"{{ entropy: {entropy} }}"));
        return text.ToString();

        void Line(string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');
    }

    private static string Id(string name)
    {
        var plain = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return "custom-" + string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}
