namespace Stanch.Cli.Lsp;

/// <summary>How a comment that takes a line of its own is written in a language, by the ids of the language server protocol.</summary>
internal static class CommentSyntax
{
    private static readonly Dictionary<string, (string Open, string Close)> s_byLanguage = Table(
        ("#", "", "python ruby perl perl6 raku shellscript powershell yaml dockercompose dockerfile makefile toml r julia elixir coffeescript nix terraform hcl properties dotenv env graphql gitignore ignore cmake tcl awk crystal"),
        ("//", "", "c cpp csharp java javascript javascriptreact typescript typescriptreact go rust swift kotlin scala groovy dart php objective-c objective-cpp jsonc json5 zig less scss sass v solidity fsharp protobuf jenkinsfile proto"),
        ("--", "", "sql lua haskell ada vhdl elm plsql"),
        (";", "", "ini clojure lisp scheme asm"),
        ("%", "", "tex latex bibtex erlang matlab prolog"),
        ("'", "", "vb"),
        ("rem", "", "bat"),
        ("/*", " */", "css"),
        ("<!--", " -->", "html xml xsl svg markdown vue svelte xaml"));

    /// <summary>A comment; null for a language that has none (JSON) or is not known.</summary>
    public static string? Comment(string language, string text) => s_byLanguage.TryGetValue(language, out var syntax) ? $"{syntax.Open} {text}{syntax.Close}" : null;

    private static Dictionary<string, (string Open, string Close)> Table(params (string Open, string Close, string Languages)[] rows)
    {
        var table = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var (open, close, languages) in rows)
        {
            foreach (var language in languages.Split(' ')) table[language] = (open, close);
        }

        return table;
    }
}
