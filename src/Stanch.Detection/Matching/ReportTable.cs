namespace Stanch.Detection.Matching;

/// <summary>For each of a number of states, some numbers: one array for all of them, since a thousand small ones cost time to make.</summary>
/// <param name="starts">Where each state's numbers start, and at the end where they end.</param>
/// <param name="numbers">Those of all states, one state after the other.</param>
internal sealed class ReportTable(int[] starts, int[] numbers)
{
    public int Count => starts.Length - 1;

    public ReadOnlySpan<int> this[int state] => numbers.AsSpan(starts[state]..starts[state + 1]);

    public static ReportTable Of(int[][] reports)
    {
        var starts = new int[reports.Length + 1];
        for (var i = 0; i < reports.Length; i++)
        {
            starts[i + 1] = starts[i] + reports[i].Length;
        }

        return new ReportTable(starts, [.. reports.SelectMany(report => report)]);
    }
}
