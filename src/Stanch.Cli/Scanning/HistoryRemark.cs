using Stanch.Detection;
using Stanch.Detection.Scanning;

namespace Stanch.Cli.Scanning;

/// <summary>
/// Says that history was left alone, and how to read it. Commits are counted while the files are read; a repository with so many that it takes longer is
/// told of without a number.
/// </summary>
internal sealed class HistoryRemark : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop;
    private readonly Task<string?>? _count;

    private HistoryRemark(Func<CancellationToken, string?>? count, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _count = count is null ? null : Task.Run(() => count(_stop.Token));
    }

    public static HistoryRemark Start(ScanPlan plan, CancellationToken cancellation) =>
        new(plan.LeavesHistory && plan.Project.Root?.Repository is { Info.Head: not null } repository ? repository.HistoryRemark : null, cancellation);

    public void AddTo(ScanSession session)
    {
        if (_count is null) return;
        if (Finished() && _count.IsCompletedSuccessfully)
        {
            if (_count.Result is { } remark) session.Remark(remark);
        }
        else
        {
            session.Remark("history was not read; run 'stanch scan git'");
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _ = _count?.ContinueWith(static (count, stop) => ((CancellationTokenSource)stop!).Dispose(), _stop, TaskScheduler.Default);
    }

    // git may be missing or broken, which is no concern of a scan of files.
    private bool Finished()
    {
        try
        {
            return _count!.Wait(Patience);
        }
        catch (AggregateException failed) when (failed.InnerException is SourceException or IOException or OperationCanceledException)
        {
            return true;
        }
    }
}
