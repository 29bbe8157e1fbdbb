using System.Globalization;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection.Scanning;

namespace Stanch.Cli.Terminals;

/// <summary>One line on a terminal that is rewritten while a long scan runs, and taken away at its end.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private const string Erase = "\r\x1b[K";

    private readonly TextWriter _writer;
    private readonly Func<ScanProgress> _progress;
    private readonly TimeProvider _time;
    private readonly int _width;
    private readonly long _started;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private bool _isShown;
    private bool _isOver;

    /// <param name="writer">The terminal.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="progress">How far the scan is; asked from the timer's thread.</param>
    /// <param name="time">The clock that the line follows.</param>
    public ProgressLine(TextWriter writer, int width, Func<ScanProgress> progress, TimeProvider time)
    {
        (_writer, _width, _progress, _time) = (writer, width, progress, time);
        _started = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Show(), null, Patience, Period);
    }

    /// <summary>A line for this scan where somebody looks at it; null where nobody does.</summary>
    public static ProgressLine? Start(ScanPlan plan, Invocation here, Func<ScanProgress> progress)
    {
        var isWatched = here.Terminal.ErrorIsTerminal && !here.IsContinuousIntegration && here.Variable("TERM") is not "dumb";
        return !plan.Quiet && (isWatched || plan.ForceProgress) ? new ProgressLine(here.Terminal.RawError, here.Terminal.Width, progress, here.Time) : null;
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isOver = true;
            if (_isShown) _writer.Write(Erase);
            _isShown = false;
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_isOver) return;
            var text = Text(_progress(), _time.GetElapsedTime(_started));
            _writer.Write(Erase + (text.Length < _width ? text : text[..(_width - 1)]));
            _isShown = true;
        }
    }

    private static string Text(ScanProgress progress, TimeSpan elapsed)
    {
        var rate = elapsed.TotalSeconds > 0 ? progress.Bytes / elapsed.TotalSeconds : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Blobs:N0} blobs, {progress.Bytes / 1e6:N1} MB, {rate / 1e6:N0} MB/s, {Counted.Of(progress.Findings, "finding")}");
    }
}
