namespace Stanch.Cli.CommandLine;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
internal static class NearestName
{
    private const int MostCompared = 64;

    /// <summary>The known name nearest to this one; null where none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length > MostCompared) return null;
        var most = Math.Max(1, name.TrimStart('-').Length / 3);
        return known.Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate)))
            .Where(pair => pair.distance <= most)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate).FirstOrDefault();
    }

    /// <summary><c>; did you mean 'x'?</c> or, where none is near, a list of what there is.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> known) =>
        Of(name, known) is { } near ? $"; did you mean '{near}'?" : $"; there are {string.Join(", ", known)}";

    // Two neighbouring letters changed places count once: it is the commonest slip.
    private static int Distance(string a, string b)
    {
        var cells = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++) cells[i, j] = Cell(cells, a, b, i, j);
        }

        return cells[a.Length, b.Length];
    }

    private static int Cell(int[,] cells, string a, string b, int i, int j)
    {
        if (i == 0 || j == 0) return i + j;
        var best = Math.Min(Math.Min(cells[i - 1, j], cells[i, j - 1]) + 1, cells[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(best, cells[i - 2, j - 2] + 1) : best;
    }
}
