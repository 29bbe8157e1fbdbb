namespace Stanch.Cli.Hooks;

/// <summary>A hook of git that Stanch can be. The only place that lists them: commands, scripts and status are made from it.</summary>
/// <param name="Name">As git calls it.</param>
/// <param name="Summary">What it looks at.</param>
/// <param name="ReadsInput">True where git tells it what to look at on its standard input.</param>
/// <param name="IsOnServer">True where it guards a repository that others push to.</param>
internal sealed record HookKind(string Name, string Summary, bool ReadsInput = false, bool IsOnServer = false)
{
    public static HookKind PreCommit { get; } = new("pre-commit", "Before a commit: what is staged, as far as it is new.");
    public static HookKind CommitMessage { get; } = new("commit-msg", "Before a commit: its message.");
    public static HookKind PrePush { get; } = new("pre-push", "Before a push: every new commit and tag of every ref that is pushed.", ReadsInput: true);
    public static HookKind PreReceive { get; } = new("pre-receive", "On a server, before a push is accepted: every new commit and tag of every ref.", ReadsInput: true, IsOnServer: true);

    public static IReadOnlyList<HookKind> All { get; } = [PreCommit, CommitMessage, PrePush, PreReceive];
}
