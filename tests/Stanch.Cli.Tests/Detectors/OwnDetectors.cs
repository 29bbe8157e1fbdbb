namespace Stanch.Cli.Tests.Detectors;

/// <summary>A detector as a user writes it.</summary>
internal static class OwnDetectors
{
    public const string Pattern = @"\bacme_[0-9a-f]{32}\b";

    public static string Yaml(string pattern = Pattern, string examples = "") =>
        $"""
        detectors:
          - id: acme-token
            name: Acme Token
            severity: high
            keywords: [acme_]
            pattern: '{pattern}'
        {examples}
        """;

    /// <summary>The same in a <c>.stanch.yaml</c>.</summary>
    public const string Configuration =
        $"""
        detectors:
          custom:
            - id: acme-token
              name: Acme Token
              severity: high
              keywords: [acme_]
              pattern: '{Pattern}'
        """;
}
