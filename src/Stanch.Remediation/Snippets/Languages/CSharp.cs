namespace Stanch.Remediation.Snippets.Languages;

internal static class CSharp
{
    public static SnippetLanguage Language { get; } = new()
    {
        Id = "csharp",
        Name = "C#",
        Extensions = [".cs", ".csx", ".cshtml", ".razor"],
        NameOf = words => words.Camel,
        Environment = new("using System;", """
            var {{name}} = Environment.GetEnvironmentVariable("{{VARIABLE}}") ?? throw new InvalidOperationException("{{VARIABLE}} is not set");
            """),
        AwsSecretsManager = new("""
            using Amazon.SecretsManager;
            using Amazon.SecretsManager.Model;
            """, """
            using var client = new AmazonSecretsManagerClient();
            var response = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "{{path}}" });
            var {{name}} = response.SecretString;
            """) { Install = [new("NuGet", "dotnet add package AWSSDK.SecretsManager")] },
        Vault = new("""
            using System;
            using VaultSharp;
            using VaultSharp.V1.AuthMethods.Token;
            """, """
            var token = new TokenAuthMethodInfo(Environment.GetEnvironmentVariable("VAULT_TOKEN"));
            var client = new VaultClient(new VaultClientSettings(Environment.GetEnvironmentVariable("VAULT_ADDR"), token));
            var response = await client.V1.Secrets.KeyValue.V2.ReadSecretAsync("{{path}}", mountPoint: "secret");
            var {{name}} = (string)response.Data.Data["value"];
            """) { Install = [new("NuGet", "dotnet add package VaultSharp")] },
        Conjur = new("""
            using System;
            using System.Net.Http;
            using System.Net.Http.Headers;
            """, """
            var url = Environment.GetEnvironmentVariable("CONJUR_APPLIANCE_URL");
            var account = Environment.GetEnvironmentVariable("CONJUR_ACCOUNT");
            var login = Uri.EscapeDataString(Environment.GetEnvironmentVariable("CONJUR_AUTHN_LOGIN"));
            using var client = new HttpClient();
            var key = new StringContent(Environment.GetEnvironmentVariable("CONJUR_AUTHN_API_KEY"));
            using var authn = await client.PostAsync($"{url}/authn/{account}/{login}/authenticate", key);
            authn.EnsureSuccessStatusCode();
            var token = Convert.ToBase64String(await authn.Content.ReadAsByteArrayAsync());
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", $"token=\"{token}\"");
            var path = Uri.EscapeDataString("{{path}}");
            var {{name}} = await client.GetStringAsync($"{url}/secrets/{account}/variable/{path}");
            """),
    };
}
