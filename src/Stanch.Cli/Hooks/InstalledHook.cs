namespace Stanch.Cli.Hooks;

/// <summary>A hook of ours as it stands in a folder.</summary>
/// <param name="Program">The stanch that it calls where that exists; null where it looks on PATH only.</param>
/// <param name="PassesOnError">True where it lets pass what it cannot search.</param>
internal sealed record InstalledHook(string? Program, bool PassesOnError)
{
    private const string ProgramLine = "stanch=";

    /// <summary>Null where the file does not run Stanch as this hook.</summary>
    public static InstalledHook? TryRead(HookFile file, HookKind kind)
    {
        if (!file.IsOurs) return null;
        var text = File.ReadAllText(file.Path);
        return text.Contains($"hook run {kind.Name}", StringComparison.Ordinal) ? new InstalledHook(ProgramOf(text), text.Contains("--on-error pass", StringComparison.Ordinal)) : null;
    }

    private static string? ProgramOf(string script)
    {
        var line = script.Split('\n').FirstOrDefault(line => line.StartsWith(ProgramLine, StringComparison.Ordinal));
        return line is not null && HookScript.Unquoted(line[ProgramLine.Length..]) is { Length: > 0 } path ? path : null;
    }
}
