using System.Runtime.ExceptionServices;

namespace Stanch.Sources.Git;

/// <summary>Runs the same work on several threads, the calling one among them. They wait for pipes, so the thread pool is not theirs to block.</summary>
internal static class Lanes
{
    /// <summary>Returns when all have ended; the first exception of any is thrown then.</summary>
    public static void Run(int count, Action<int> work)
    {
        ExceptionDispatchInfo? failure = null;
        void Guarded(int lane)
        {
            try
            {
                work(lane);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
            }
        }

        var threads = Enumerable.Range(1, count - 1).Select(lane => new Thread(() => Guarded(lane)) { IsBackground = true, Name = $"git {lane}" }).ToArray();
        foreach (var thread in threads) thread.Start();
        Guarded(0);
        foreach (var thread in threads) thread.Join();
        failure?.Throw();
    }
}
