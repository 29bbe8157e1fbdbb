using Stanch.Sources.Git;

namespace Stanch.Cli.Hooks;

/// <summary>
/// What else looks after a repository's hooks from files that the repository tracks. Those are the team's to change, so nothing is written: a person is
/// told which lines to add.
/// </summary>
internal static class HookManager
{
    /// <summary>Where the pre-commit framework is told what to run; it may bring a stanch of its own.</summary>
    public const string Framework = ".pre-commit-config.yaml";

    private static readonly string[] LefthookFiles =
        [.. from dot in new[] { "", "." } from ending in new[] { "yml", "yaml", "toml", "json", "jsonc" } select $"{dot}lefthook.{ending}"];

    /// <summary>What to do instead of installing; null where nothing stands in the way.</summary>
    public static string? Explain(GitRepository repository, HookFolder folder, IReadOnlyList<HookKind> kinds, GitSettings git)
    {
        if (repository.IsBare) return null;
        if (IsHusky(folder.Path)) return $"Husky looks after the hooks here, in files that the repository tracks. Nothing was written; add yourself:{Lines(kinds, kind => $".husky/{kind.Name}:  {Call(kind)}")}";
        if (LefthookFiles.FirstOrDefault(name => File.Exists(Path.Combine(repository.Root, name))) is { } lefthook)
            return $"lefthook looks after the hooks here and would overwrite others. Nothing was written; add to {lefthook} yourself:{Lines(kinds, Lefthook)}";
        return kinds.FirstOrDefault(kind => git.IsVisible(Path.Combine(folder.Path, kind.Name))) is null
            ? null
            : $"git looks for hooks in '{folder.Path}', which is part of the repository ({HookFolder.Setting}). Nothing was written; add yourself:{Lines(kinds, kind => $"{Path.Combine(folder.Path, kind.Name)}:  {Call(kind)}")}";
    }

    /// <summary>The tracked file through which a hook runs Stanch; null where none does.</summary>
    public static string? Through(GitRepository repository, HookFolder folder, HookKind kind)
    {
        var files = IsHusky(folder.Path) ? [$".husky/{kind.Name}"] : LefthookFiles.Append(Framework);
        return files.FirstOrDefault(file => File.Exists(Path.Combine(repository.Root, file)) && File.ReadAllText(Path.Combine(repository.Root, file)) is var text
            && (text.Contains($"stanch hook run {kind.Name}", StringComparison.Ordinal) || (file == Framework && text.Contains("id: stanch", StringComparison.Ordinal) && kind != HookKind.CommitMessage)));
    }

    /// <summary>The line that runs a hook in a script.</summary>
    public static string Call(HookKind kind) => $"stanch hook run {kind.Name}{(kind == HookKind.PreCommit ? "" : " \"$@\"")}";

    private static bool IsHusky(string folder) => folder.Split(Path.DirectorySeparatorChar, '/').Contains(".husky");

    private static string Lefthook(HookKind kind)
    {
        var words = kind == HookKind.CommitMessage ? " {1}" : kind == HookKind.PrePush ? " {1} {2}" : "";
        return $"{kind.Name}:\n    commands:\n      stanch:\n        run: stanch hook run {kind.Name}{words}{(kind.ReadsInput ? "\n        use_stdin: true" : "")}";
    }

    private static string Lines(IReadOnlyList<HookKind> kinds, Func<HookKind, string> line) => string.Concat(kinds.Select(kind => $"\n  {line(kind)}"));
}
