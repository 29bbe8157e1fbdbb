namespace Stanch.Remediation.Snippets.Languages;

internal static class Ruby
{
    public static SnippetLanguage Language { get; } = new()
    {
        Id = "ruby",
        Name = "Ruby",
        Extensions = [".rb", ".erb", ".rake"],
        NameOf = words => words.Snake,
        Environment = new("", """
            {{name}} = ENV.fetch("{{VARIABLE}}")
            """),
        AwsSecretsManager = new("""
            require "aws-sdk-secretsmanager"
            """, """
            client = Aws::SecretsManager::Client.new
            {{name}} = client.get_secret_value(secret_id: "{{path}}").secret_string
            """) { Install = [new("gem", "gem install aws-sdk-secretsmanager")] },
        Vault = new("""
            require "vault"
            """, """
            client = Vault::Client.new(address: ENV.fetch("VAULT_ADDR"), token: ENV.fetch("VAULT_TOKEN"))
            {{name}} = client.kv("secret").read("{{path}}").data[:value]
            """) { Install = [new("gem", "gem install vault")] },
        Conjur = new("""
            require "conjur-api"
            """, """
            # CONJUR_APPLIANCE_URL and CONJUR_ACCOUNT are read from the environment.
            conjur = Conjur::API.new_from_key(ENV.fetch("CONJUR_AUTHN_LOGIN"), ENV.fetch("CONJUR_AUTHN_API_KEY"))
            {{name}} = conjur.resource("#{ENV.fetch("CONJUR_ACCOUNT")}:variable:{{path}}").value
            """) { Install = [new("gem", "gem install conjur-api")] },
    };
}
