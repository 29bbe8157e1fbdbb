namespace Stanch.Remediation.Snippets.Languages;

internal static class Java
{
    public static SnippetLanguage Language { get; } = new()
    {
        Id = "java",
        Name = "Java",
        Extensions = [".java", ".kt", ".scala"],
        NameOf = words => words.Camel,
        Environment = new("import java.util.Objects;", """
            String {{name}} = Objects.requireNonNull(System.getenv("{{VARIABLE}}"), "{{VARIABLE}} is not set");
            """),
        AwsSecretsManager = new("import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;", """
            String {{name}};
            try (SecretsManagerClient client = SecretsManagerClient.create()) {
                {{name}} = client.getSecretValue(request -> request.secretId("{{path}}")).secretString();
            }
            """) { Install = Library("software.amazon.awssdk", "secretsmanager", "2.40.2") },
        Vault = new("""
            import io.github.jopenlibs.vault.Vault;
            import io.github.jopenlibs.vault.VaultConfig;
            """, """
            VaultConfig config = new VaultConfig().address(System.getenv("VAULT_ADDR")).token(System.getenv("VAULT_TOKEN")).build();
            String {{name}} = Vault.create(config).logical().read("secret/{{path}}").getData().get("value");
            """) { Install = Library("io.github.jopenlibs", "vault-java-driver", "6.2.0") },
        Conjur = new("import com.cyberark.conjur.api.Conjur;", """
            Conjur conjur = new Conjur(); // reads the CONJUR_ variables
            String {{name}} = conjur.variables().retrieveSecret("{{path}}");
            """) { Install = Library("com.cyberark.conjur.api", "conjur-api", "3.0.1") },
    };

    private static InstallCommand[] Library(string group, string artifact, string version) =>
    [
        new("Maven", $"""
            <dependency>
              <groupId>{group}</groupId>
              <artifactId>{artifact}</artifactId>
              <version>{version}</version>
            </dependency>
            """.ReplaceLineEndings("\n")),
        new("Gradle", $"implementation(\"{group}:{artifact}:{version}\")"),
    ];
}
