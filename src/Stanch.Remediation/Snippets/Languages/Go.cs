namespace Stanch.Remediation.Snippets.Languages;

internal static class Go
{
    public static SnippetLanguage Language { get; } = new()
    {
        Id = "go",
        Name = "Go",
        Extensions = [".go"],
        NameOf = words => words.Camel,
        Environment = new("""
            import (
            	"log"
            	"os"
            )
            """, """
            {{name}}, found := os.LookupEnv("{{VARIABLE}}")
            if !found {
            	log.Fatal("{{VARIABLE}} is not set")
            }
            """),
        AwsSecretsManager = new("""
            import (
            	"context"
            	"log"

            	"github.com/aws/aws-sdk-go-v2/config"
            	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
            )
            """, """
            settings, err := config.LoadDefaultConfig(context.Background())
            if err != nil {
            	log.Fatal(err)
            }
            client := secretsmanager.NewFromConfig(settings)
            path := "{{path}}"
            response, err := client.GetSecretValue(context.Background(), &secretsmanager.GetSecretValueInput{SecretId: &path})
            if err != nil {
            	log.Fatal(err)
            }
            {{name}} := *response.SecretString
            """) { Install = [new("go get", "go get github.com/aws/aws-sdk-go-v2/config github.com/aws/aws-sdk-go-v2/service/secretsmanager")] },
        Vault = new("""
            import (
            	"context"
            	"log"

            	"github.com/hashicorp/vault/api"
            )
            """, """
            client, err := api.NewClient(api.DefaultConfig()) // reads VAULT_ADDR and VAULT_TOKEN
            if err != nil {
            	log.Fatal(err)
            }
            response, err := client.KVv2("secret").Get(context.Background(), "{{path}}")
            if err != nil {
            	log.Fatal(err)
            }
            {{name}} := response.Data["value"].(string)
            """) { Install = [new("go get", "go get github.com/hashicorp/vault/api")] },
        Conjur = new("""
            import (
            	"log"

            	"github.com/cyberark/conjur-api-go/conjurapi"
            )
            """, """
            settings, err := conjurapi.LoadConfig() // reads the CONJUR_ variables
            if err != nil {
            	log.Fatal(err)
            }
            client, err := conjurapi.NewClientFromEnvironment(settings)
            if err != nil {
            	log.Fatal(err)
            }
            response, err := client.RetrieveSecret("{{path}}")
            if err != nil {
            	log.Fatal(err)
            }
            {{name}} := string(response)
            """) { Install = [new("go get", "go get github.com/cyberark/conjur-api-go/conjurapi")] },
    };
}
