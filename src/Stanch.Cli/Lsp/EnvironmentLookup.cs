namespace Stanch.Cli.Lsp;

/// <summary>How a language reads an environment variable.</summary>
internal static class EnvironmentLookup
{
    private static readonly Dictionary<string, string> s_byLanguage = new(StringComparer.Ordinal)
    {
        ["python"] = "os.environ[\"NAME\"]",
        ["javascript"] = "process.env.NAME",
        ["javascriptreact"] = "process.env.NAME",
        ["typescript"] = "process.env.NAME",
        ["typescriptreact"] = "process.env.NAME",
        ["go"] = "os.Getenv(\"NAME\")",
        ["rust"] = "std::env::var(\"NAME\").expect(\"NAME is not set\")",
        ["java"] = "System.getenv(\"NAME\")",
        ["kotlin"] = "System.getenv(\"NAME\")",
        ["scala"] = "sys.env(\"NAME\")",
        ["groovy"] = "System.getenv(\"NAME\")",
        ["csharp"] = "Environment.GetEnvironmentVariable(\"NAME\")",
        ["fsharp"] = "Environment.GetEnvironmentVariable(\"NAME\")",
        ["vb"] = "Environment.GetEnvironmentVariable(\"NAME\")",
        ["ruby"] = "ENV.fetch(\"NAME\")",
        ["php"] = "getenv('NAME')",
        ["perl"] = "$ENV{NAME}",
        ["elixir"] = "System.fetch_env!(\"NAME\")",
        ["swift"] = "ProcessInfo.processInfo.environment[\"NAME\"]",
        ["dart"] = "Platform.environment[\"NAME\"]",
        ["lua"] = "os.getenv(\"NAME\")",
        ["r"] = "Sys.getenv(\"NAME\")",
        ["julia"] = "ENV[\"NAME\"]",
        ["c"] = "getenv(\"NAME\")",
        ["cpp"] = "std::getenv(\"NAME\")",
        ["shellscript"] = "\"$NAME\"",
        ["powershell"] = "$env:NAME",
    };

    /// <summary>An expression; null for a language that is not known, or has none.</summary>
    public static string? Of(string language, string variable) => s_byLanguage.TryGetValue(language, out var form) ? form.Replace("NAME", variable, StringComparison.Ordinal) : null;
}
