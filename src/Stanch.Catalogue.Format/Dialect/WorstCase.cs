namespace Stanch.Catalogue.Format.Dialect;

/// <summary>The text on which a pattern costs most, and what it costs there.</summary>
/// <param name="Steps">
/// Steps of a backtracking engine that starts at the text's first byte and fails at its end: one for each way in which each prefix can be read.
/// </param>
/// <param name="Text">The text.</param>
internal sealed record WorstCase(double Steps, byte[] Text)
{
    // A wider search found nothing worse on any pattern of the catalogue.
    private const int Beam = 3;

    /// <summary>Finds a text that can be read in as many ways as possible. Exact where no byte can be read in two ways.</summary>
    /// <param name="automaton">The pattern.</param>
    /// <param name="enough">More steps than this need no better example: a pattern that a stranger wrote may have thousands of places.</param>
    public static WorstCase Of(PatternAutomaton automaton, double enough = double.PositiveInfinity)
    {
        var bytes = Representatives(automaton);
        var alive = new List<Reading> { Reading.AtStart(automaton) };
        var worst = alive[0];
        while (alive.Count > 0 && worst.Steps <= enough)
        {
            alive = [.. alive
                .SelectMany(reading => bytes.Select(value => reading.Read(automaton, value)))
                .OfType<Reading>()
                .OrderByDescending(reading => reading.Steps)
                .Take(Beam)];
            if (alive.Count > 0 && alive[0].Steps > worst.Steps)
                worst = alive[0];
        }
        return new WorstCase(worst.Steps, worst.Text());
    }

    /// <summary>Two parts that can follow the same place and read the same byte; null where there are none, and each text is read in one way.</summary>
    public static (int First, int Second, byte Byte)? Ambiguity(PatternAutomaton automaton)
    {
        var seen = new HashSet<int[]>(ReferenceEqualityComparer.Instance);
        for (var place = -1; place < automaton.Count; place++)
        {
            var next = place < 0 ? automaton.Start : automaton.Next(place);
            if (seen.Add(next) && Overlap(automaton, next) is { } found)
                return found;
        }
        return null;
    }

    private static (int, int, byte)? Overlap(PatternAutomaton automaton, int[] next)
    {
        for (var i = 0; i < next.Length; i++)
        {
            for (var j = i + 1; j < next.Length; j++)
            {
                if (next[i] == PatternAutomaton.End || next[j] == PatternAutomaton.End)
                    continue;
                var common = automaton.Bytes(next[i]) & automaton.Bytes(next[j]);
                if (!common.IsEmpty)
                    return (automaton.Position(next[i]), automaton.Position(next[j]), common.Members().First());
            }
        }
        return null;
    }

    /// <summary>One byte for each group of bytes that no set of the pattern tells apart.</summary>
    private static List<byte> Representatives(PatternAutomaton automaton)
    {
        var classes = new List<ByteSet> { ByteSet.All };
        foreach (var set in Enumerable.Range(0, automaton.Count).Select(automaton.Bytes).Distinct())
            classes = [.. classes.SelectMany(known => new[] { known & set, known & ~set }).Where(part => !part.IsEmpty)];
        return [.. classes.Select(known => known.Members().First())];
    }

    /// <summary>A text so far, and in how many ways it leads to each place.</summary>
    private sealed class Reading(Dictionary<int, double> ways, double steps, Reading? before, byte last)
    {
        public double Steps => steps;

        public static Reading AtStart(PatternAutomaton automaton) => new(Count(automaton.Start.Select(place => (place, 1.0))), 0, null, 0);

        /// <summary>The reading with one byte more; null where no way reads it.</summary>
        public Reading? Read(PatternAutomaton automaton, byte value)
        {
            var reached = ways.Where(way => automaton.Bytes(way.Key).Contains(value)).ToList();
            if (reached.Count == 0)
                return null;
            var next = Count(reached.SelectMany(way => automaton.Next(way.Key).Select(place => (place, way.Value))));
            return new Reading(next, steps + reached.Sum(way => way.Value), this, value);
        }

        public byte[] Text()
        {
            var text = new List<byte>();
            for (var reading = this; reading._before is not null; reading = reading._before)
                text.Add(reading._last);
            text.Reverse();
            return [.. text];
        }

        private readonly Reading? _before = before;
        private readonly byte _last = last;

        private static Dictionary<int, double> Count(IEnumerable<(int Place, double Ways)> found)
        {
            var counts = new Dictionary<int, double>();
            foreach (var (place, ways) in found)
            {
                if (place != PatternAutomaton.End)
                    counts[place] = counts.GetValueOrDefault(place) + ways;
            }
            return counts;
        }
    }
}
