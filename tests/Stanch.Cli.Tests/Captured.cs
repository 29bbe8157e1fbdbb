using System.Text;

namespace Stanch.Cli.Tests;

/// <summary>What a running program has written to one of its streams so far.</summary>
internal sealed class Captured
{
    // Only so that a test which waits in vain ends: nothing is measured by it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();
    private readonly Task _reading;

    public Captured(TextReader stream) => _reading = Task.Run(() => Read(stream));

    /// <summary>Waits until this stands in it.</summary>
    public void WaitFor(string text)
    {
        SpinWait.SpinUntil(() => SoFar().Contains(text, StringComparison.Ordinal) || _reading.IsCompleted, Patience);
        SoFar().ShouldContain(text);
    }

    /// <summary>All of it, once the program has ended.</summary>
    public string All()
    {
        _reading.Wait(Patience).ShouldBeTrue();
        return SoFar();
    }

    private string SoFar()
    {
        lock (_lock) return _text.ToString();
    }

    private void Read(TextReader stream)
    {
        var buffer = new char[4096];
        int got;
        while ((got = stream.Read(buffer)) > 0)
        {
            lock (_lock) _text.Append(buffer, 0, got);
        }
    }
}
