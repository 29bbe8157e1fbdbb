namespace Stanch.Remediation.Snippets.Languages;

internal static class JavaScript
{
    public static SnippetLanguage Language { get; } = new()
    {
        Id = "javascript",
        Name = "JavaScript",
        Extensions = [".js", ".mjs", ".cjs", ".jsx", ".vue"],
        NameOf = words => words.Camel,
        Environment = new("", """
            const {{name}} = process.env.{{VARIABLE}};
            if (!{{name}}) throw new Error("{{VARIABLE}} is not set");
            """),
        AwsSecretsManager = new("""
            import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
            """, """
            const client = new SecretsManagerClient();
            const response = await client.send(new GetSecretValueCommand({ SecretId: "{{path}}" }));
            const {{name}} = response.SecretString;
            """) { Install = [new("npm", "npm install @aws-sdk/client-secrets-manager")] },
        Vault = new("""
            import vault from "node-vault";
            """, """
            const client = vault({ endpoint: process.env.VAULT_ADDR, token: process.env.VAULT_TOKEN });
            const response = await client.read("secret/data/{{path}}");
            const {{name}} = response.data.data.value;
            """) { Install = [new("npm", "npm install node-vault")] },
        Conjur = new("", """
            const url = process.env.CONJUR_APPLIANCE_URL;
            const account = process.env.CONJUR_ACCOUNT;
            const login = encodeURIComponent(process.env.CONJUR_AUTHN_LOGIN);
            const authn = await fetch(`${url}/authn/${account}/${login}/authenticate`, { method: "POST", body: process.env.CONJUR_AUTHN_API_KEY });
            if (!authn.ok) throw new Error(`Conjur refused the login: ${authn.status}`);
            const token = Buffer.from(await authn.text()).toString("base64");
            const path = encodeURIComponent("{{path}}");
            const response = await fetch(`${url}/secrets/${account}/variable/${path}`, { headers: { Authorization: `Token token="${token}"` } });
            if (!response.ok) throw new Error(`Conjur refused the secret: ${response.status}`);
            const {{name}} = await response.text();
            """),
    };
}
