using Stanch.Detection;

namespace Stanch.Cli.Hooks;

/// <summary>How a secret is read from the environment in the language of the file that holds it.</summary>
internal static class EnvironmentReading
{
    private const string AnyName = "MY_SECRET";

    /// <summary>One sentence on how to move it there.</summary>
    public static string For(Finding finding)
    {
        var name = finding.Detector.Variables.Count > 0 ? finding.Detector.Variables[0] : AnyName;
        var path = finding.Provenance.Path;
        if (path.StartsWith('<')) return "take it out of the text: who needs it reads it from the environment or a secret store";
        var file = Path.GetFileName(path);
        if (file.StartsWith(".env", StringComparison.Ordinal) || file.EndsWith(".env", StringComparison.Ordinal)) return $"keep this file out of git: git rm --cached {file}, and name it in .gitignore";
        return Snippet(Path.GetExtension(file).ToLowerInvariant(), name) is { } snippet
            ? $"set {name} in the environment, and write {snippet} here"
            : $"set {name} in the environment, and read it from there";
    }

    private static string? Snippet(string extension, string name) => extension switch
    {
        ".py" => $"os.environ[\"{name}\"]",
        ".js" or ".mjs" or ".cjs" or ".ts" or ".jsx" or ".tsx" => $"process.env.{name}",
        ".cs" => $"Environment.GetEnvironmentVariable(\"{name}\")",
        ".java" or ".kt" => $"System.getenv(\"{name}\")",
        ".scala" => $"sys.env(\"{name}\")",
        ".go" => $"os.Getenv(\"{name}\")",
        ".rb" => $"ENV.fetch(\"{name}\")",
        ".php" => $"getenv('{name}')",
        ".rs" => $"std::env::var(\"{name}\")",
        ".swift" => $"ProcessInfo.processInfo.environment[\"{name}\"]",
        ".pl" => $"$ENV{{{name}}}",
        ".ps1" => $"$env:{name}",
        ".sh" or ".bash" or ".zsh" => $"\"${{{name}:?}}\"",
        ".yml" or ".yaml" => $"${{{name}}}",
        _ => null,
    };
}
