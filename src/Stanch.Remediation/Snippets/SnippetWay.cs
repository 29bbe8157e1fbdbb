namespace Stanch.Remediation.Snippets;

/// <summary>A way to hand a secret to a program. One is added here and, as the compiler then asks, in each file of <c>Languages/</c>.</summary>
public sealed class SnippetWay
{
    private readonly Func<SnippetLanguage, SnippetTemplate> _template;

    private SnippetWay(string id, string name, Func<SnippetLanguage, SnippetTemplate> template) => (Id, Name, _template) = (id, name, template);

    /// <summary>All, the simplest first.</summary>
    public static IReadOnlyList<SnippetWay> All { get; } =
    [
        new("environment", "Environment variables", language => language.Environment)
        {
            Says = "The program reads the variable {{VARIABLE}}. Set it where the program is started (the service's unit, the container's or the job's settings), never in a file that is committed.",
        },
        new("aws", "AWS Secrets Manager", language => language.AwsSecretsManager)
        {
            Says = "The secret {{path}} holds the value as its text. The region and the program's own rights come from its role or from AWS_REGION and the usual AWS variables; it needs secretsmanager:GetSecretValue on this secret alone.",
            Put = "aws secretsmanager create-secret --name {{path}} --secret-string file:///dev/stdin",
        },
        new("vault", "HashiCorp Vault", language => language.Vault)
        {
            Says = "The key-value store (version 2) mounted at secret/ holds the value in the field value of {{path}}. VAULT_ADDR and VAULT_TOKEN name the server and the program's token; its policy needs read on secret/data/{{path}}.",
            Put = "vault kv put -mount=secret {{path}} value=-",
        },
        new("conjur", "CyberArk Conjur", language => language.Conjur)
        {
            Says = "The variable {{path}} holds the value. CONJUR_APPLIANCE_URL, CONJUR_ACCOUNT, CONJUR_AUTHN_LOGIN and CONJUR_AUTHN_API_KEY name the server and the program's host identity, which needs execute on this variable alone.",
            Put = "conjur variable set --id {{path}} --file /dev/stdin",
        },
    ];

    /// <summary>Stable, for options and pages: <c>vault</c>.</summary>
    public string Id { get; }

    public string Name { get; }

    /// <summary>What has to be there, with the holes of a <see cref="SnippetTemplate"/>.</summary>
    public required string Says { private get; init; }

    /// <summary>The command that stores the value from its standard input; null for none.</summary>
    public string? Put { private get; init; }

    public string Explain(SnippetVocabulary words) => Fill(Says, words);

    public string? StoreCommand(SnippetVocabulary words) => Put is null ? null : Fill(Put, words);

    public Snippet Write(SnippetLanguage language, SnippetVocabulary words) => _template(language).Fill(language, this, words);

    private static string Fill(string text, SnippetVocabulary words) =>
        text.Replace("{{VARIABLE}}", words.Variable, StringComparison.Ordinal).Replace("{{path}}", words.Path, StringComparison.Ordinal);
}
