namespace Stanch.Detection.Matching;

/// <summary>For each of a number of states, some values: two tables for all of them, since a thousand small ones cost time to make.</summary>
/// <param name="starts">Where each state's values start, and at the end where they end.</param>
/// <param name="values">Those of all states, one state after the other.</param>
internal sealed class ReportTable<T>(FixedTable<int> starts, FixedTable<T> values) where T : unmanaged
{
    public int Count => Starts.Length - 1;

    public FixedTable<int> Starts { get; } = starts;

    public FixedTable<T> Values { get; } = values;

    public ReadOnlySpan<T> this[int state] => Values.Span[Starts[state]..Starts[state + 1]];

    /// <param name="counts">How many values each state has.</param>
    /// <param name="values">Those of all states, one state after the other.</param>
    public static ReportTable<T> Of(IEnumerable<int> counts, IEnumerable<T> values)
    {
        List<int> starts = [0];
        starts.AddRange(counts.Select(count => starts[^1] + count));
        return new ReportTable<T>(FixedTable<int>.Copy([.. starts]), FixedTable<T>.Copy([.. values]));
    }
}
