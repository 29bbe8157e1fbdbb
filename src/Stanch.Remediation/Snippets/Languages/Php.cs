namespace Stanch.Remediation.Snippets.Languages;

internal static class Php
{
    public static SnippetLanguage Language { get; } = new()
    {
        Id = "php",
        Name = "PHP",
        Extensions = [".php", ".phtml"],
        NameOf = words => "$" + words.Camel,
        Environment = new("<?php", """
            {{name}} = getenv('{{VARIABLE}}');
            if ({{name}} === false) {
                throw new RuntimeException('{{VARIABLE}} is not set');
            }
            """),
        AwsSecretsManager = new("""
            <?php
            require 'vendor/autoload.php';

            use Aws\SecretsManager\SecretsManagerClient;
            """, """
            $client = new SecretsManagerClient(['version' => 'latest', 'region' => getenv('AWS_REGION')]);
            $result = $client->getSecretValue(['SecretId' => '{{path}}']);
            {{name}} = $result['SecretString'];
            """) { Install = [new("composer", "composer require aws/aws-sdk-php")] },
        Vault = new("""
            <?php
            require 'vendor/autoload.php';

            use GuzzleHttp\Client;
            """, """
            $client = new Client(['base_uri' => getenv('VAULT_ADDR'), 'headers' => ['X-Vault-Token' => getenv('VAULT_TOKEN')]]);
            $response = $client->get('/v1/secret/data/{{path}}');
            {{name}} = json_decode($response->getBody(), true)['data']['data']['value'];
            """) { Install = [new("composer", "composer require guzzlehttp/guzzle")] },
        Conjur = new("""
            <?php
            require 'vendor/autoload.php';

            use GuzzleHttp\Client;
            """, """
            $url = getenv('CONJUR_APPLIANCE_URL');
            $account = getenv('CONJUR_ACCOUNT');
            $login = rawurlencode(getenv('CONJUR_AUTHN_LOGIN'));
            $client = new Client();
            $authn = $client->post("$url/authn/$account/$login/authenticate", ['body' => getenv('CONJUR_AUTHN_API_KEY')]);
            $token = base64_encode($authn->getBody());
            $path = rawurlencode('{{path}}');
            $response = $client->get("$url/secrets/$account/variable/$path", ['headers' => ['Authorization' => "Token token=\"$token\""]]);
            {{name}} = (string) $response->getBody();
            """) { Install = [new("composer", "composer require guzzlehttp/guzzle")] },
    };
}
