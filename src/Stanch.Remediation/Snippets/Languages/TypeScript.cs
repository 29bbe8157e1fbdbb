namespace Stanch.Remediation.Snippets.Languages;

internal static class TypeScript
{
    public static SnippetLanguage Language { get; } = new()
    {
        Id = "typescript",
        Name = "TypeScript",
        Extensions = [".ts", ".tsx", ".mts", ".cts"],
        NameOf = words => words.Camel,
        Environment = new("", """
            const {{name}}: string | undefined = process.env.{{VARIABLE}};
            if (!{{name}}) throw new Error("{{VARIABLE}} is not set");
            """),
        AwsSecretsManager = new("""
            import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
            """, """
            const client = new SecretsManagerClient();
            const response = await client.send(new GetSecretValueCommand({ SecretId: "{{path}}" }));
            const {{name}}: string | undefined = response.SecretString;
            if (!{{name}}) throw new Error("{{path}} holds no text");
            """) { Install = [new("npm", "npm install @aws-sdk/client-secrets-manager")] },
        Vault = new("""
            import vault from "node-vault";
            """, """
            const client = vault({ endpoint: process.env.VAULT_ADDR, token: process.env.VAULT_TOKEN });
            const response = await client.read("secret/data/{{path}}");
            const {{name}}: string = response.data.data.value;
            """) { Install = [new("npm", "npm install node-vault")] },
        Conjur = new("", """
            const { CONJUR_APPLIANCE_URL: url, CONJUR_ACCOUNT: account, CONJUR_AUTHN_LOGIN: login, CONJUR_AUTHN_API_KEY: key } = process.env;
            if (!url || !account || !login || !key) throw new Error("Conjur's variables are not set");
            const authn = await fetch(`${url}/authn/${account}/${encodeURIComponent(login)}/authenticate`, { method: "POST", body: key });
            if (!authn.ok) throw new Error(`Conjur refused the login: ${authn.status}`);
            const token = Buffer.from(await authn.text()).toString("base64");
            const path = encodeURIComponent("{{path}}");
            const response = await fetch(`${url}/secrets/${account}/variable/${path}`, { headers: { Authorization: `Token token="${token}"` } });
            if (!response.ok) throw new Error(`Conjur refused the secret: ${response.status}`);
            const {{name}}: string = await response.text();
            """),
    };
}
