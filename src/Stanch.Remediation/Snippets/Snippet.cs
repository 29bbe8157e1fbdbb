namespace Stanch.Remediation.Snippets;

/// <summary>Code for one kind of secret, in one language, one way.</summary>
/// <param name="Language">In which it is written.</param>
/// <param name="Way">Where it reads the secret from.</param>
/// <param name="Imports">What stands at the top of the file; empty for nothing.</param>
/// <param name="Body">The statements that read it.</param>
/// <param name="Name">The language's name of what holds the value in the end.</param>
public sealed record Snippet(SnippetLanguage Language, SnippetWay Way, string Imports, string Body, string Name)
{
    public IReadOnlyList<InstallCommand> Install { get; init; } = [];

    /// <summary>As it is shown.</summary>
    public string Code => Imports.Length == 0 ? Body : $"{Imports}\n\n{Body}";
}
