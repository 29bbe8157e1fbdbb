namespace Stanch.Reporting;

/// <summary>The known name that takes the fewest edits to reach.</summary>
internal static class NearestName
{
    /// <summary>Longer input is cut: nobody types a format's name that long, and the cost is quadratic.</summary>
    private const int MostCompared = 64;

    public static string Of(string given, IEnumerable<string> known)
    {
        var text = given.Length > MostCompared ? given[..MostCompared] : given;
        return known.MinBy(name => Distance(text.ToLowerInvariant(), name))!;
    }

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
            Advance(row, from[i - 1], to, i);
        return row[^1];
    }

    private static void Advance(int[] row, char letter, string to, int line)
    {
        var diagonal = row[0];
        row[0] = line;
        for (var j = 1; j <= to.Length; j++)
        {
            var replaced = diagonal + (letter == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
        }
    }
}
