using System.Runtime.InteropServices;

namespace Stanch.Bench.Ratios;

/// <summary>
/// Processor time of the whole process, user and system, in slices of some tens of milliseconds that take turns. The least of each side counts: whatever disturbs
/// a slice only adds to it, and in so many slices each side meets a quiet moment.
/// </summary>
internal static partial class Measurement
{
    private const int ProcessProcessorTime = 2;
    private const int WarmUp = 3;
    private const int Slices = 40;

    public static double Ratio(Stage stage)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            stage.Ours();
            stage.Reference();
        }

        double ours = double.MaxValue, reference = double.MaxValue;
        for (var i = 0; i < Slices; i++)
        {
            ours = Math.Min(ours, Time(stage.Ours));
            reference = Math.Min(reference, Time(stage.Reference));
        }

        return ours / reference;
    }

    private static double Time(Action work)
    {
        var start = Now();
        work();
        return Now() - start;
    }

    private static double Now()
    {
        _ = GetTime(ProcessProcessorTime, out var time);
        return time.Seconds + time.Nanoseconds / 1e9;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeValue time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeValue
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
