using System.Runtime.InteropServices;

namespace Stanch.Cli.Scanning;

/// <summary>
/// Stops a scan softly: at the first Ctrl-C (or SIGTERM), or when its time is up, what was found until then is reported. The second Ctrl-C
/// ends the process as the system does.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private ITimer? _timer;

    public Interruption()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            _signals.Add(PosixSignalRegistration.Create(signal, Stop));
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Why the scan was stopped; null while it was not.</summary>
    public string? Reason { get; private set; }

    /// <summary>True when its time was up, false when a person stopped it.</summary>
    public bool IsTimeLimit { get; private set; }

    /// <summary>Lets the scan run no longer than this from now on.</summary>
    public void StopAfter(TimeSpan time, TimeProvider clock) => _timer = clock.CreateTimer(_ => TimeIsUp(time), null, time, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _timer?.Dispose();
        foreach (var signal in _signals) signal.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested && !IsTimeLimit) return;
        context.Cancel = true;
        Cancel("it was interrupted", isTimeLimit: false);
    }

    private void TimeIsUp(TimeSpan time) => Cancel($"its time was up ({time.TotalSeconds:0} s)", isTimeLimit: true);

    private void Cancel(string reason, bool isTimeLimit)
    {
        Reason ??= reason;
        IsTimeLimit = isTimeLimit;
        _source.Cancel();
    }
}
