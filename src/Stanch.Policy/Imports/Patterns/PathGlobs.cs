using System.Text;

namespace Stanch.Policy.Imports.Patterns;

/// <summary>
/// Turns an expression that is searched for in a path into globs that cover the same paths. One that needs a file and not a folder of that name
/// covers a folder of that name too, which no glob can tell apart.
/// </summary>
internal static class PathGlobs
{
    private const int MostGlobs = 64;
    private const int MostRepeats = 32;

    // Signs for what has no single character: any text over folders, any text in a segment, the two ends.
    private const char Any = '\uE000';
    private const char Run = '\uE001';
    private const char Start = '\uE002';
    private const char End = '\uE003';

    /// <exception cref="GoRegexException">It cannot be said in globs.</exception>
    public static IReadOnlyList<string> Of(GoNode node)
    {
        var globs = Expand(node).SelectMany(Globs).Distinct(StringComparer.Ordinal).ToList();
        if (globs.Count > MostGlobs) throw TooMany();
        return [.. globs.Where(glob => !globs.Any(other => other != glob && Says(other, glob)))];
    }

    // "vendor*" says what "vendor" does, "vendor" what "vendor/", and "vendor" anywhere what it says at the root.
    private static bool Says(string glob, string other) =>
        glob == other.TrimEnd('/') + "*" || glob + "/" == other || other.StartsWith('/') && (glob == other[1..] || glob == "**" + other || glob + "/" == other[1..] || glob + "/" == "**" + other);

    private static IReadOnlyList<string> Expand(GoNode node) => node switch
    {
        GoNode.Literal literal => [literal.IgnoreCase && char.IsAsciiLetter(literal.Value) ? $"[{char.ToLowerInvariant(literal.Value)}{char.ToUpperInvariant(literal.Value)}]" : Escape(literal.Value)],
        GoNode.Set set => [Set(set)],
        GoNode.AnyOne => ["?"],
        GoNode.Start => [Start.ToString()],
        GoNode.End => [End.ToString()],
        GoNode.Group group => Expand(group.Body),
        GoNode.Alternation alternation => Limited(alternation.Options.SelectMany(Expand)),
        GoNode.Sequence sequence => sequence.Items.Aggregate((IReadOnlyList<string>)[""], (before, item) => Limited(Expand(item).SelectMany(after => before.Select(text => text + after)))),
        GoNode.Repeat repeat => Repeat(repeat),
        _ => throw new GoRegexException("asks for the edge of a word, which no glob can"),
    };

    private static List<string> Repeat(GoNode.Repeat repeat)
    {
        if (repeat is { Most: null, Item: GoNode.AnyOne }) return [Any.ToString()];
        if (repeat is { Most: null, Item: GoNode.Set { IsNegated: true, Shorthands: "", Ranges: [('/', '/')] } }) return [new string('?', repeat.Least) + Run];
        if (repeat.Most is not { } most || most > MostRepeats) throw new GoRegexException("repeats a part without a limit, which no glob can");
        var item = Expand(repeat.Item);
        IReadOnlyList<string> texts = [""];
        var all = new List<string>();
        for (var count = 0; count <= most; count++)
        {
            if (count >= repeat.Least) all.AddRange(texts);
            texts = Limited(texts.SelectMany(text => item.Select(next => text + next)));
        }
        return Limited(all);
    }

    private static string Set(GoNode.Set set)
    {
        if (!set.IsNegated && set.Ranges.Count > 0 && set.Shorthands.Length == 0 && set.Ranges.All(range => range is ('/', '/') or ('\\', '\\'))) return "/";
        if (set.IsNegated && set is { Shorthands: "", Ranges: [('/', '/')] }) return "?";
        var text = new StringBuilder(set.IsNegated ? "[!" : "[");
        foreach (var (first, last) in Members(set))
        {
            if (first <= '/' && last >= '/' && !set.IsNegated) throw new GoRegexException("has a slash among other characters, which no glob can");
            text.Append(Member(first));
            if (last > first) text.Append('-').Append(Member(last));
        }
        return text.Append(']').ToString();
    }

    private static IEnumerable<(char First, char Last)> Members(GoNode.Set set)
    {
        var ranges = set.Ranges.Concat(set.Shorthands.SelectMany(shorthand => shorthand switch
        {
            'd' => [('0', '9')],
            'w' => new[] { ('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z') },
            _ => [(' ', ' '), ('\t', '\r')],
        }));
        foreach (var (first, last) in ranges)
        {
            yield return (first, last);
            if (!set.IgnoreCase || !char.IsAsciiLetter(first) || !char.IsAsciiLetter(last)) continue;
            yield return char.IsAsciiLetterLower(first) ? (char.ToUpperInvariant(first), char.ToUpperInvariant(last)) : (char.ToLowerInvariant(first), char.ToLowerInvariant(last));
        }
    }

    private static IEnumerable<string> Globs(string text)
    {
        var fromStart = text.StartsWith(Start);
        var toEnd = text.EndsWith(End);
        var body = text.TrimStart(Start).TrimEnd(End);
        if (body.AsSpan().ContainsAny(Start, End)) throw new GoRegexException("asks for the start or the end in its middle, which no glob can");
        if (body.StartsWith(Any)) fromStart = false;
        if (body.EndsWith(Any)) toEnd = false;
        body = body.Trim(Any);
        if (body.Trim('/').Length == 0) throw new GoRegexException("covers every path");
        foreach (var glob in Ends(body, fromStart, toEnd)) yield return Spelled(glob);
    }

    private static List<string> Ends(string body, bool fromStart, bool toEnd)
    {
        var end = toEnd || body.EndsWith('/') ? body : body + Run;
        var hasSlash = end.TrimEnd('/').Contains('/') || end.Contains(Any);
        var start = (fromStart, end.StartsWith('/'), hasSlash) switch
        {
            (true, _, _) => "/" + end.TrimStart('/'),
            (false, true, _) => "**" + end,
            (false, false, true) => $"**/{Run}{end}",
            _ => Run + end,
        };
        // Between two texts "anything" may end one segment and start another.
        List<string> globs = [start];
        while (globs[0].Contains(Any))
            globs = Limited(globs.SelectMany(glob => new[] { ReplaceFirst(glob, $"{Run}"), ReplaceFirst(glob, $"{Run}/**/{Run}") }));
        return globs;
    }

    private static string Spelled(string glob)
    {
        while (glob.Contains($"{Run}{Run}", StringComparison.Ordinal)) glob = glob.Replace($"{Run}{Run}", $"{Run}", StringComparison.Ordinal);
        glob = glob.Replace(Run, '*');
        return glob.StartsWith("**/", StringComparison.Ordinal) && glob.TrimEnd('/').LastIndexOf('/') == 2 ? glob[3..] : glob;
    }

    private static string Member(char c) => c is ']' or '[' or '\\' or '^' or '!' or '-' ? $"\\{c}" : c.ToString();

    private static string ReplaceFirst(string text, string with)
    {
        var at = text.IndexOf(Any);
        return string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + 1));
    }

    private static string Escape(char c) => c is '*' or '?' or '[' or '\\' ? $"\\{c}" : c.ToString();

    private static List<string> Limited(IEnumerable<string> texts)
    {
        var list = texts.Take(MostGlobs + 1).ToList();
        return list.Count <= MostGlobs ? list : throw TooMany();
    }

    private static GoRegexException TooMany() => new($"would take more than {MostGlobs} globs");
}
