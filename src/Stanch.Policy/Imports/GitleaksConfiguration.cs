namespace Stanch.Policy.Imports;

/// <summary>
/// <c>.gitleaks.toml</c> (https://github.com/gitleaks/gitleaks#configuration), which betterleaks 1 reads too: rules of the user's own, and allowlists for all
/// rules or one, by commit, path, expression and stopword.
/// </summary>
internal sealed class GitleaksConfiguration : IForeignFormat
{
    public string Tool => "gitleaks";
    public IReadOnlyList<string> FileNames => [".gitleaks.toml", ".betterleaks.toml", "gitleaks.toml"];

    public ForeignIgnores Read(string name, string text, Func<string, string?> detectorOf)
    {
        var root = TomlTree.Parse(name, text);
        var target = new GitleaksTranslation(detectorOf);
        if (root.Table("extend") is { } extend) Extend(extend, target);
        var rules = root.Tables("rules").ToList();
        if (rules.Count > 0 && root.Table("extend")?.IsTrue("useDefault") != true)
            target.Leave(name, "it ran its own rules only; here the built-in detectors run too, unless detectors.disable names them");
        foreach (var rule in rules) target.Rule(rule);
        foreach (var list in Lists(root)) Global(list, target);
        return target.Result(Tool);
    }

    private static IEnumerable<TomlTree> Lists(TomlTree table) => table.Tables("allowlist").Concat(table.Tables("allowlists"));

    private static void Extend(TomlTree extend, GitleaksTranslation target)
    {
        if (extend.Text("path") is { } path) target.Leave($"extend.path {path}", "it builds on another file; import that one too");
        if (extend.Text("url") is { } url) target.Leave($"extend.url {url}", "it builds on another file; import that one too");
        foreach (var rule in extend.Texts("disabledRules")) target.Disable(rule);
    }

    private static void Global(TomlTree list, GitleaksTranslation target)
    {
        var rules = list.Texts("targetRules");
        if (rules.Count == 0) target.Allow(GitleaksAllowlist.Of(list), null);
        foreach (var rule in rules) target.AllowFor(GitleaksAllowlist.Of(list), rule);
    }
}
