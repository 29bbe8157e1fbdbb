using System.Globalization;
using Stanch.Detection;

namespace Stanch.Catalogue.Format.Dialect;

/// <summary>Reads a pattern, refuses what could not be searched in linear time, and works out what the engine needs. The same for our patterns and users'.</summary>
public static class PatternChecker
{
    private const int ShapeBytes = 24;
    private const int MostShown = 120;

    // A shorter end, such as three digits, may well have text behind it.
    private const int LeastTail = 16;

    // More kinds than this at one place and the place belongs to the secret, not to the format: gh[pousr]_ is 5, a hexadecimal digit 16.
    private const int MostPublicKinds = 8;

    /// <param name="pattern">In the dialect of <c>docs/catalogue.md</c>.</param>
    /// <param name="keywords">The detector's keywords.</param>
    /// <param name="context">Where they stand: a pattern whose matches hold them is checked for that.</param>
    /// <param name="limits">How large it may be.</param>
    /// <exception cref="PatternException">The pattern is refused.</exception>
    public static CompiledPattern Compile(string pattern, IReadOnlyList<string> keywords, DetectorContext context, PatternLimits? limits = null)
    {
        limits ??= new PatternLimits();
        var parsed = PatternParser.Parse(pattern, limits);
        var root = LongestFirst.Order(parsed.Root);
        PatternGroups.Check(root);
        CheckLength(root, limits);
        var automaton = new PatternAutomaton(root, limits);
        CheckCost(automaton, root, limits);
        var anchor = context == DetectorContext.Inside ? FindAnchor(automaton, root, keywords) : -1;
        var printed = PatternGroups.WithoutNeedless(root);
        return new CompiledPattern
        {
            Expression = PatternPrinter.Print(parsed with { Root = printed }, anchor >= 0),
            LinearExpression = PatternPrinter.Print(printed, anchor >= 0),
            MinLength = (int)root.MinLength,
            MaxLength = (int)root.MaxLength,
            AnchorOffset = anchor,
            BoundaryBefore = parsed.BoundaryBefore,
            BoundaryAfter = parsed.BoundaryAfter,
            HasGroups = PatternGroups.Named(printed).Any(),
            PublicPrefix = PublicPrefix(root, limits),
            Shape = Shape(automaton, root.MinLength),
            Tail = parsed.BoundaryAfter || Tail(root) is not { } tail ? [] : [.. tail.Words()],
        };
    }

    private static void CheckLength(PatternNode root, PatternLimits limits)
    {
        if (root.MinLength == 0)
            throw new PatternException("the pattern can match nothing at all: at least one part must be required");
        if (root.MaxLength > limits.MatchLength)
            throw new PatternException($"a match could have {root.MaxLength} bytes, at most {limits.MatchLength} are allowed: lower the upper bounds");
    }

    private static void CheckCost(PatternAutomaton automaton, PatternNode root, PatternLimits limits)
    {
        // Where no byte can be read in two ways, every text costs one step a byte.
        if (WorstCase.Ambiguity(automaton) is not { } found)
            return;
        var most = limits.StepsPerByte * (double)root.MaxLength;
        var worst = WorstCase.Of(automaton, most);
        if (worst.Steps > most)
            throw new PatternException(TooManySteps(found, worst, limits));
    }

    private static string TooManySteps((int First, int Second, byte Byte) found, WorstCase worst, PatternLimits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"the parts at characters {found.First} and {found.Second} can read the same text ({Show(found.Byte)}) in many ways: {worst.Steps:0} steps for {worst.Text.Length} bytes, at most {limits.StepsPerByte} a byte are allowed. Make neighbouring repeated parts disjoint, or put a literal between them");

    private static string Printable(string text)
    {
        var shown = string.Concat(text.Take(MostShown).Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\x{(int)c:X2}"));
        return text.Length > MostShown ? shown + "…" : shown;
    }

    private static string Show(byte value) => value is > 0x20 and < 0x7F ? $"'{(char)value}'" : $"byte 0x{value:X2}";

    private static int FindAnchor(PatternAutomaton automaton, PatternNode root, IReadOnlyList<string> keywords)
    {
        var search = new KeywordSearch(automaton, keywords);
        if (search.MatchWithout() is { } text)
            throw new PatternException($"it can match '{Printable(text)}', which holds none of the keywords, so the engine would never look at it: name a literal that stands in every match, narrow the pattern, or set context to assigned or near");
        foreach (var keyword in keywords)
        {
            if (!KeywordSearch.CanHold(automaton, keyword))
                throw new PatternException($"no match of the pattern can hold the keyword '{keyword}': leave it out, or widen the pattern");
        }
        return search.FixedOffset(root.MinLength);
    }

    /// <summary>The least that the secret's alternatives show: how many of its first bytes belong to the format.</summary>
    private static int PublicPrefix(PatternNode root, PatternLimits limits)
    {
        var secrets = PatternGroups.Named(root).Where(group => group.Name == "secret").Select(group => group.Part).ToList();
        var secret = secrets.Count == 0 ? root : secrets.Count == 1 ? secrets[0] : new PatternNode.Choice(secrets);
        var automaton = new PatternAutomaton(secret, limits);
        return automaton.Levels()
            .Take((int)secret.MinLength - 1)
            .TakeWhile(level => Union(automaton, level).LowerCase().Count <= MostPublicKinds)
            .Count();
    }

    /// <summary>The class that a pattern ends in with a fixed number of places, as in <c>AIza[0-9A-Za-z_-]{35}</c>; null for any other end.</summary>
    private static ByteSet? Tail(PatternNode node) => node switch
    {
        PatternNode.Group group => Tail(group.Part),
        PatternNode.Sequence { Parts: [.., var last] } => Tail(last),
        PatternNode.Repeat { Part: PatternNode.One one, Min: var min, Max: var max } when min == max && max >= LeastTail => one.Bytes,
        _ => null,
    };

    private static ulong[] Shape(PatternAutomaton automaton, long minLength) =>
        [.. automaton.Levels().Take((int)Math.Min(minLength, ShapeBytes)).SelectMany(level => Union(automaton, level).Words())];

    private static ByteSet Union(PatternAutomaton automaton, IReadOnlyCollection<int> level) =>
        level.Aggregate(ByteSet.None, (set, place) => set | automaton.Bytes(place));
}
