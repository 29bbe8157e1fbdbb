namespace Stanch.Catalogue.Format.Dialect;

/// <summary>
/// A pattern with every repetition written out: one place for each byte that may be read, and for each place those that may come next, in the
/// order in which a backtracking engine tries them. A place that can follow in two ways is listed twice: that is what makes steps countable.
/// </summary>
internal sealed class PatternAutomaton
{
    /// <summary>Stands among the next places where the match may end.</summary>
    public const int End = -1;

    private static readonly int[] s_end = [End];
    private readonly List<ByteSet> _sets = [];
    private readonly List<int[]> _next = [];
    private readonly List<int> _positions = [];
    private readonly int _limit;

    /// <exception cref="PatternException">It would have more places than allowed.</exception>
    public PatternAutomaton(PatternNode root, PatternLimits limits)
    {
        _limit = limits.Places;
        Start = Build(root, s_end);
    }

    public int[] Start { get; }
    public int Count => _sets.Count;

    public ByteSet Bytes(int place) => _sets[place];

    public int[] Next(int place) => _next[place];

    /// <summary>The character of the pattern that a place comes from.</summary>
    public int Position(int place) => _positions[place];

    /// <summary>The sets of places that may read the first byte, the second, and so on, until every match is over.</summary>
    public IEnumerable<IReadOnlyCollection<int>> Levels()
    {
        var level = Start.Where(place => place != End).ToHashSet();
        while (level.Count > 0)
        {
            yield return level;
            level = level.SelectMany(Next).Where(place => place != End).ToHashSet();
        }
    }

    /// <summary>Adds the places of a part that is followed by others; returns where it may be entered.</summary>
    private int[] Build(PatternNode node, int[] after) => node switch
    {
        PatternNode.One one => [Add(one, after)],
        PatternNode.Group group => Build(group.Part, after),
        PatternNode.Sequence sequence => sequence.Parts.Reverse().Aggregate(after, (next, part) => Build(part, next)),
        PatternNode.Choice choice => [.. choice.Options.SelectMany(option => Build(option, after))],
        PatternNode.Repeat repeat => BuildRepeat(repeat, after),
        _ => throw new InvalidOperationException("a pattern has no other parts"),
    };

    private int[] BuildRepeat(PatternNode.Repeat repeat, int[] after)
    {
        var entry = after;
        for (var i = repeat.Max; i > repeat.Min; i--)
            entry = [.. Build(repeat.Part, entry), .. after];
        for (var i = 0; i < repeat.Min; i++)
            entry = Build(repeat.Part, entry);
        return entry;
    }

    private int Add(PatternNode.One one, int[] after)
    {
        if (_sets.Count == _limit)
            throw new PatternException($"with its repetitions written out the pattern reads more than {_limit} characters: lower the upper bounds");
        _sets.Add(one.Bytes);
        _next.Add(after);
        _positions.Add(one.Position);
        return _sets.Count - 1;
    }
}
