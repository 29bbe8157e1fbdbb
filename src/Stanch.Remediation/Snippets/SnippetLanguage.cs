using Stanch.Remediation.Snippets.Languages;

namespace Stanch.Remediation.Snippets;

/// <summary>A language with its four ways. One is added as a file of <c>Languages/</c> and a word in <see cref="All"/>.</summary>
public sealed record SnippetLanguage
{
    /// <summary>All, in the order of the tabs.</summary>
    public static IReadOnlyList<SnippetLanguage> All { get; } =
        [Python.Language, JavaScript.Language, TypeScript.Language, Java.Language, CSharp.Language, Go.Language, Ruby.Language, Php.Language];

    /// <summary>Stable, for options and pages: <c>csharp</c>.</summary>
    public required string Id { get; init; }

    /// <summary>As people write it: <c>C#</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Files that are written in it.</summary>
    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>How it writes names of variables.</summary>
    public required Func<SnippetVocabulary, string> NameOf { get; init; }

    public required SnippetTemplate Environment { get; init; }

    public required SnippetTemplate AwsSecretsManager { get; init; }

    /// <summary>HashiCorp's, the key-value store of version 2.</summary>
    public required SnippetTemplate Vault { get; init; }

    public required SnippetTemplate Conjur { get; init; }

    /// <summary>The language of a file by its name; null for one that is none of ours.</summary>
    public static SnippetLanguage? OfFile(string path) => All.FirstOrDefault(language => language.Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));
}
