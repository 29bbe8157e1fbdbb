namespace Stanch.Remediation.Snippets;

/// <summary>
/// Code that reads a secret, with holes: <c>{{VARIABLE}}</c> the environment variable, <c>{{name}}</c> the same as the language writes names of its own,
/// <c>{{path}}</c> where the store keeps it. The code leaves the value in <c>{{name}}</c>.
/// </summary>
/// <param name="Imports">What stands at the top of the file; empty for nothing.</param>
/// <param name="Body">The statements.</param>
public sealed record SnippetTemplate(string Imports, string Body)
{
    /// <summary>How its client library is installed, one line a tool; empty where nothing has to be.</summary>
    public IReadOnlyList<InstallCommand> Install { get; init; } = [];

    internal Snippet Fill(SnippetLanguage language, SnippetWay way, SnippetVocabulary words) =>
        new(language, way, Fill(Imports, language, words), Fill(Body, language, words), language.NameOf(words)) { Install = Install };

    private static string Fill(string text, SnippetLanguage language, SnippetVocabulary words) => text
        .Replace("{{VARIABLE}}", words.Variable, StringComparison.Ordinal)
        .Replace("{{name}}", language.NameOf(words), StringComparison.Ordinal)
        .Replace("{{path}}", words.Path, StringComparison.Ordinal)
        .ReplaceLineEndings("\n");
}
