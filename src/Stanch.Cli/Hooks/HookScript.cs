namespace Stanch.Cli.Hooks;

/// <summary>
/// The script that git calls. It calls what was there before it first, which may still change what is staged, then Stanch: by the path that it was
/// installed from, else from PATH. A POSIX shell is all it needs, which git brings along on Windows.
/// </summary>
internal static class HookScript
{
    private const string Mark = "# stanch-hook: ";
    private const int MostHead = 512;

    /// <summary>
    /// Hooks that a folder of ours passes on to the repository, which git would no longer look into. Not among them: those whose mere presence changes
    /// what git does (push-to-checkout, proc-receive).
    /// </summary>
    public static IReadOnlyList<string> PassedOn { get; } =
    [
        "applypatch-msg", "commit-msg", "post-applypatch", "post-checkout", "post-commit", "post-merge", "post-receive", "post-rewrite", "post-update", "pre-applypatch",
        "pre-auto-gc", "pre-commit", "pre-merge-commit", "pre-push", "pre-rebase", "pre-receive", "prepare-commit-msg", "reference-transaction", "sendemail-validate", "update",
    ];

    public static bool IsOurs(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = File.OpenText(path);
        var head = new char[MostHead];
        return head.AsSpan(0, file.ReadBlock(head)).IndexOf(Mark) >= 0;
    }

    /// <param name="kind">Which hook it is.</param>
    /// <param name="isOwnFolder">True where git looks into no other folder, so that the repository's own hook is called from here.</param>
    /// <param name="settings">How it behaves.</param>
    /// <param name="program">The path of stanch; null where it is on PATH only.</param>
    public static string For(HookKind kind, bool isOwnFolder, HookSettings settings, string? program)
    {
        var call = kind.ReadsInput ? "printf %s \"${input%.}\" | " : "";
        return $"""
            #!/bin/sh
            {Mark}{kind.Name}
            # Written by 'stanch hook install'. 'stanch hook uninstall' takes it away and puts back what was here before.
            {Earlier(kind.Name, isOwnFolder)}
            {(kind.ReadsInput ? "# Every hook gets all of it; the dot keeps the last line break.\ninput=$(cat; echo .)\n" : "")}if [ -x "$earlier" ]; then
                {call}"$earlier" "$@" || exit $?{(isOwnFolder ? $"\n    # One of ours has done all there is to do.\n    if grep -q '^{Mark}' \"$earlier\"; then exit 0; fi" : "")}
            fi
            stanch={Quoted(program ?? "")}
            [ -x "$stanch" ] || stanch=$(command -v stanch) || {"{"}
                echo "stanch: the hook {kind.Name} ($0) finds no stanch, neither {(program is null ? "" : "where it was installed from nor ")}on PATH. Install it, or take the hook away." >&2
                {(settings.OnError == ErrorPolicy.Block ? "exit 2" : "echo \"stanch: nothing was searched; it passes (--on-error pass).\" >&2; exit 0")}
            {"}"}
            {call}"$stanch" hook run {kind.Name}{Options(kind, settings)} "$@"

            """;
    }

    /// <summary>Passes a hook on to the repository.</summary>
    public static string PassOn(string name) => $"""
        #!/bin/sh
        {Mark}passes {name} on
        # Written by 'stanch hook install': git looks for hooks in this folder only, so this one calls the repository's own.
        {Earlier(name, isOwnFolder: true)}
        if [ -x "$earlier" ]; then exec "$earlier" "$@"; fi

        """;

    /// <summary>As a POSIX shell takes it, with the slashes that it knows on Windows too.</summary>
    public static string Quoted(string path)
    {
        var isWindows = path.Length > 2 && ((char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '\\') || path.StartsWith(@"\\", StringComparison.Ordinal));
        return $"'{(isWindows ? path.Replace('\\', '/') : path).Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    /// <summary>What <see cref="Quoted"/> was made of.</summary>
    public static string Unquoted(string word) => word.Trim().Replace(@"'\''", "\n", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("\n", "'", StringComparison.Ordinal);

    private static string Earlier(string name, bool isOwnFolder) => isOwnFolder
        ? $"repository=${{GIT_DIR:-.git}}\n[ -d \"$repository/hooks\" ] || repository=$(git rev-parse --git-common-dir 2>/dev/null)\nearlier=$repository/hooks/{name}\nif [ \"$earlier\" -ef \"$0\" ]; then earlier=; fi"
        : $"earlier=\"$0{HookFile.KeptEnding}\"";

    private static string Options(HookKind kind, HookSettings settings)
    {
        var options = $" --on-error {settings.OnError.ToString().ToLowerInvariant()}";
        if (settings.MaxTime is { } time) options += $" --max-time {Quoted(time)}";
        if (settings.Config is { } config) options += $" --config {Quoted(config)}";
        if (!kind.IsOnServer) return options;
        if (settings.AllowBypass) options += " --allow-bypass";
        return settings.Log is { } log ? $"{options} --log {Quoted(log)}" : options;
    }
}
