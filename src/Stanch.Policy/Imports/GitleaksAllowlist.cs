namespace Stanch.Policy.Imports;

/// <summary>An allowlist as it stands in a gitleaks configuration.</summary>
/// <param name="NeedsAll">Whether every kind of condition that is given must hold; otherwise any one of them.</param>
/// <param name="Target">What the expressions are looked for in.</param>
internal sealed record GitleaksAllowlist(
    string? Description, bool NeedsAll, string Target, IReadOnlyList<string> Commits, IReadOnlyList<string> Paths, IReadOnlyList<string> Regexes, IReadOnlyList<string> Stopwords)
{
    public static GitleaksAllowlist Of(TomlTree list) => new(
        list.Text("description"),
        list.Text("condition")?.ToUpperInvariant() is "AND" or "&&",
        list.Text("regexTarget") ?? "secret",
        list.Texts("commits"),
        list.Texts("paths"),
        list.Texts("regexes"),
        list.Texts("stopwords"));
}
