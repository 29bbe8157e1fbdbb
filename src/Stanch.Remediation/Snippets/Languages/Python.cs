namespace Stanch.Remediation.Snippets.Languages;

internal static class Python
{
    public static SnippetLanguage Language { get; } = new()
    {
        Id = "python",
        Name = "Python",
        Extensions = [".py", ".ipynb"],
        NameOf = words => words.Snake,
        Environment = new("import os", """
            {{name}} = os.environ["{{VARIABLE}}"]
            """),
        AwsSecretsManager = new("import boto3", """
            client = boto3.client("secretsmanager")
            response = client.get_secret_value(SecretId="{{path}}")
            {{name}} = response["SecretString"]
            """) { Install = [new("pip", "pip install boto3")] },
        Vault = new("""
            import os

            import hvac
            """, """
            client = hvac.Client(url=os.environ["VAULT_ADDR"], token=os.environ["VAULT_TOKEN"])
            response = client.secrets.kv.v2.read_secret_version(mount_point="secret", path="{{path}}")
            {{name}} = response["data"]["data"]["value"]
            """) { Install = [new("pip", "pip install hvac")] },
        Conjur = new("""
            import base64
            import os
            from urllib.parse import quote

            import requests
            """, """
            url, account = os.environ["CONJUR_APPLIANCE_URL"], os.environ["CONJUR_ACCOUNT"]
            login = quote(os.environ["CONJUR_AUTHN_LOGIN"], safe="")
            authn = requests.post(f"{url}/authn/{account}/{login}/authenticate", data=os.environ["CONJUR_AUTHN_API_KEY"], timeout=10)
            authn.raise_for_status()
            token = base64.b64encode(authn.content).decode()
            path = quote("{{path}}", safe="")
            response = requests.get(f"{url}/secrets/{account}/variable/{path}", headers={"Authorization": f'Token token="{token}"'}, timeout=10)
            response.raise_for_status()
            {{name}} = response.text
            """) { Install = [new("pip", "pip install requests")] },
    };
}
