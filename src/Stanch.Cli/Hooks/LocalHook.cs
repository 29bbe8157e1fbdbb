using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Policy;
using Stanch.Sources.Git;

namespace Stanch.Cli.Hooks;

/// <summary>The hooks of a person's own machine. The configuration is that of the working tree: who commits may decide.</summary>
internal sealed class LocalHook(HookSettings settings, Invocation here)
{
    private const string Zeros = "0000000000000000000000000000000000000000";

    private readonly HookVoice _voice = HookVoice.Of(here);

    /// <summary>What is staged; in the pre-commit framework, which runs the same hook before a push, what is pushed.</summary>
    public ExitCode PreCommit() => IsFrameworkPush
        ? Decide(HookKind.PrePush, HookScan.Run(FrameworkPush, here))
        : Decide(HookKind.PreCommit, HookScan.Run(() => Common() with { SourceOptions = new Dictionary<string, string> { ["staged"] = "true" } }, here));

    /// <param name="file">The message file.</param>
    public ExitCode CommitMessage(string file) =>
        Decide(HookKind.CommitMessage, HookScan.Run(() => Common() with { Source = new CommitMessageSource(file, wasEdited: here.Variable("GIT_EDITOR") != ":") }, here));

    /// <param name="remote">The remote's name, or its address where it has none; null where git did not say.</param>
    /// <param name="openInput">Opens what git writes to the hook.</param>
    public ExitCode PrePush(string? remote, Func<Stream> openInput) => Decide(HookKind.PrePush, HookScan.Run(() => OfPush(remote, PushLines.OfPush(PushLines.Read(openInput()))), here));

    private bool IsFrameworkPush => here.Variable("PRE_COMMIT_REMOTE_NAME") is { Length: > 0 } || here.Variable("PRE_COMMIT_TO_REF") is { Length: > 0 };

    private ScanSettings Common() => new()
    {
        Source = ScanSources.History,
        // What cannot be read is said; it would stop every commit until somebody mends it.
        Incomplete = "warn",
        MaxTime = settings.MaxTime,
        Config = settings.Config,
    };

    private ScanSettings? OfPush(string? remote, IReadOnlyList<PushedRef> refs)
    {
        var tips = refs.Where(pushed => !pushed.IsDeletion).ToList();
        if (tips.Count == 0) return null;
        return Common() with { Source = new PushSource(new PushedTips([.. tips.Select(pushed => pushed.NewId)]) { Known = [.. refs.Select(pushed => pushed.OldId)], Remote = remote }) };
    }

    // The framework reads standard input itself and hands on one ref, in variables: see https://pre-commit.com/#pre-push.
    private ScanSettings FrameworkPush()
    {
        var to = here.Variable("PRE_COMMIT_TO_REF") is { Length: > 0 } given ? given : here.Variable("PRE_COMMIT_LOCAL_BRANCH") ?? "HEAD";
        if (here.Variable("PRE_COMMIT_REMOTE_NAME") is { Length: > 0 } remote && to.Length is 40 or 64 && to.All(char.IsAsciiHexDigit))
            return Common() with { Source = new PushSource(new PushedTips([to]) { Remote = remote }) };
        var from = here.Variable("PRE_COMMIT_FROM_REF") is { Length: > 0 } start ? start : Zeros;
        return Common() with { SourceOptions = new Dictionary<string, string> { ["range"] = $"{from}..{to}" } };
    }

    private ExitCode Decide(HookKind kind, HookResult result)
    {
        if (result.Code == ExitCode.Blocking)
        {
            new HookPage(_voice, kind).Write(result.Findings, result.Remarks);
            return ExitCode.Blocking;
        }

        foreach (var gap in result.Error is null ? result.NotRead : []) _voice.Line($"stanch: not searched: {gap}");
        if (result.Error is null) return ExitCode.Clean;
        var blocks = settings.OnError == ErrorPolicy.Block;
        _voice.Line($"stanch: {result.Error}");
        _voice.Line(blocks
            ? $"stanch: {kind.Name} blocks what it cannot search. Mend it, or go on for once with --no-verify; 'stanch hook install --on-error pass' makes it let such things pass."
            : $"stanch: {kind.Name} could not search this, and lets it pass (--on-error pass).");
        return blocks ? result.Code : ExitCode.Clean;
    }
}
