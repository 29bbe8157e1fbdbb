using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Policy;
using Stanch.Sources.Git;

namespace Stanch.Cli.Hooks;

/// <summary>
/// The hook of a server. It obeys the server and the default branch as it was before the push, never what is pushed; what it cannot search it refuses
/// unless its policy says otherwise; and whoever is let through all the same is written down.
/// </summary>
internal sealed class ReceiveHook(HookSettings settings, Invocation here)
{
    /// <summary>GitHub Enterprise ends all hooks of a push after 5 s: see https://docs.github.com/en/enterprise-server/admin/enforcing-policies/enforcing-policy-with-pre-receive-hooks.</summary>
    private const string TimeOnGitHub = "4s";
    private const string TimeElsewhere = "25s";
    private const int MostTipsCompared = 20;

    private readonly HookVoice _voice = HookVoice.Of(here);
    private readonly ReceiveLog _log = ReceiveLog.For(settings, here);

    public ExitCode Run(Func<Stream> openInput)
    {
        IReadOnlyList<PushedRef> refs = [];
        CommitFiles? decided = null;
        try
        {
            var result = HookScan.Run(
                () =>
                {
                    refs = PushLines.OfReceive(PushLines.Read(openInput()));
                    var tips = refs.Where(pushed => !pushed.IsDeletion).Select(pushed => pushed.NewId).ToList();
                    return tips.Count == 0 ? null : Settings(tips, decided = CommitFiles.AtHead(here.WorkingDirectory));
                },
                here);
            if (decided is not null) SayChanges(refs, decided);
            return result.Code == ExitCode.Clean && result.Error is null ? ExitCode.Clean : Decide(result, refs);
        }
        finally
        {
            decided?.Dispose();
        }
    }

    private ScanSettings Settings(List<string> tips, CommitFiles decided) => new()
    {
        Source = new PushSource(new PushedTips(tips) { IsReceiving = true }),
        ReadDecisions = path => decided.Read(path) is { } bytes ? TextFiles.Decode(path, bytes) : null,
        Config = settings.Config,
        MaxTime = settings.MaxTime ?? (here.Variable("GITHUB_REPO_NAME") is { Length: > 0 } ? TimeOnGitHub : TimeElsewhere),
        Incomplete = settings.OnError == ErrorPolicy.Block ? "fail" : "warn",
        Quiet = true,
    };

    private ExitCode Decide(HookResult result, IReadOnlyList<PushedRef> refs)
    {
        var isBlocking = result.Code == ExitCode.Blocking;
        if (isBlocking) new HookPage(_voice, HookKind.PreReceive).Write(result.Findings, result.Remarks);
        else _voice.Headline($"stanch: {result.Error}");
        if (Bypass.Requested(here) is { } wish && IsGranted(wish, refs, result.Findings)) return ExitCode.Clean;
        var passes = !isBlocking && settings.OnError == ErrorPolicy.Pass;
        var decision = isBlocking ? "blocked" : passes ? "passed-on-error" : "blocked-on-error";
        var unwritten = _log.Write(decision, result.Error ?? "secrets were found", refs, result.Findings, here);
        if (unwritten is not null) _voice.Line($"stanch: the server's log: {unwritten}");
        if (passes && unwritten is null)
        {
            _voice.Line("stanch: this push could not be searched, and this server lets it pass.");
            return ExitCode.Clean;
        }

        if (!isBlocking) _voice.Headline("stanch: this push could not be searched to its end, so it was refused. Push less at once, or ask whoever runs this server.");
        return result.Code == ExitCode.Clean ? ExitCode.Incomplete : result.Code;
    }

    private bool IsGranted(string reason, IReadOnlyList<PushedRef> refs, IReadOnlyList<Finding> findings)
    {
        var refusal = !settings.AllowBypass ? "this server grants no bypass"
            : reason.Length == 0 ? "a bypass needs a reason: git push -o stanch.bypass='why'"
            : _log.Write("bypassed", reason, refs, findings, here) is { } unwritten ? $"a bypass is granted only where it can be written to the log: {unwritten}"
            : null;
        _voice.Headline(refusal is null ? "stanch: let through at the pusher's wish; it was written to the server's log." : $"stanch: {refusal}.");
        return refusal is null;
    }

    // Told, not obeyed: who pushes would excuse themselves.
    private void SayChanges(IReadOnlyList<PushedRef> refs, CommitFiles decided)
    {
        foreach (var pushed in refs.Where(pushed => !pushed.IsDeletion).Take(MostTipsCompared))
        {
            using var brought = CommitFiles.At(here.WorkingDirectory, pushed.NewId);
            foreach (var name in new[] { ConfigurationSources.FileName, EffectiveConfiguration.DefaultBaseline })
            {
                if (brought.IsThere && !(brought.Read(name) ?? []).AsSpan().SequenceEqual(decided.Read(name) ?? []))
                    _voice.Line($"note: {pushed.Ref} has another {name} than the default branch; this push is judged by the default branch's.");
            }
        }
    }
}
