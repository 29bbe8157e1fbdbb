namespace Stanch.Detection;

/// <summary>Finds the name that a mistyped one was meant to be. The only place that compares names so.</summary>
public static class NearestName
{
    // Nobody types a longer one, and the cost is quadratic.
    private const int MostCompared = 64;

    /// <summary>The known name with the fewest slips, a third of the letters at most; null where none is near.</summary>
    /// <param name="name">As it was typed.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="least">So many slips are allowed in a short name too.</param>
    public static string? Of(string name, IEnumerable<string> known, int least = 1)
    {
        var plain = Plain(name);
        if (plain.Length > MostCompared)
        {
            return null;
        }

        var most = Math.Max(least, plain.Length / 3);
        return known.Select(candidate => (candidate, distance: Distance(plain, Plain(candidate))))
            .Where(pair => pair.distance <= most && pair.distance < pair.candidate.Length)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate).FirstOrDefault();
    }

    /// <summary><c>; did you mean 'x'?</c> or, where none is near, a list of what there is.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> known) =>
        Of(name, known) is { } near ? $"; did you mean '{near}'?" : $"; there are {string.Join(", ", known)}";

    // fail-on, fail_on and FailOn are all meant to be failOn.
    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    // Two neighbouring letters changed places count once: it is the commonest slip.
    private static int Distance(string a, string b)
    {
        var cells = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cells[i, j] = Cell(cells, a, b, i, j);
            }
        }

        return cells[a.Length, b.Length];
    }

    private static int Cell(int[,] cells, string a, string b, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var best = Math.Min(Math.Min(cells[i - 1, j], cells[i, j - 1]) + 1, cells[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(best, cells[i - 2, j - 2] + 1) : best;
    }
}
