namespace Stanch.Policy.Imports.Patterns;

/// <summary>
/// Writes an expression in the catalogue's dialect (<c>docs/catalogue.md</c>): every quantifier bounded, no assertion but <c>\b</c> at the ends, and the
/// group that is the secret named so. What had no limit gets one; what is only the edge of the match becomes <c>\b</c>.
/// </summary>
internal sealed class DialectPattern
{
    private const int Unlimited = 256;
    private readonly int _secretGroup;
    private readonly List<string> _remarks = [];

    private DialectPattern(int secretGroup) => _secretGroup = secretGroup;

    /// <param name="node">The expression.</param>
    /// <param name="secretGroup">The number of the group that is the secret; 0 for the first, or the whole where there is none.</param>
    /// <param name="remarks">What is not quite as it was.</param>
    /// <exception cref="GoRegexException">It cannot be said in the dialect.</exception>
    public static string Write(GoNode node, int secretGroup, out IReadOnlyList<string> remarks)
    {
        var groups = Groups(node).ToList();
        var writer = new DialectPattern(secretGroup > 0 ? secretGroup : groups.FirstOrDefault());
        if (secretGroup > 0 && !groups.Contains(secretGroup)) throw new GoRegexException($"has no group {secretGroup}");
        var items = node is GoNode.Sequence sequence ? sequence.Items.ToList() : [node];
        var start = writer.TakeStart(items);
        var end = writer.TakeEnd(items);
        remarks = writer._remarks;
        return start + writer.Text(new GoNode.Sequence(items)) + end;
    }

    private static IEnumerable<int> Groups(GoNode node) => node switch
    {
        GoNode.Group group => (group.Index is { } index ? [index] : Array.Empty<int>()).Concat(Groups(group.Body)),
        GoNode.Sequence sequence => sequence.Items.SelectMany(Groups),
        GoNode.Alternation alternation => alternation.Options.SelectMany(Groups),
        GoNode.Repeat repeat => Groups(repeat.Item),
        _ => [],
    };

    private string TakeStart(List<GoNode> items)
    {
        if (items.Count == 0 || !IsEdge(items[0], node => node is GoNode.Start)) return "";
        if (items[0] is not GoNode.Boundary) _remarks.Add(@"the start of its match is now \b");
        items.RemoveAt(0);
        return @"\b";
    }

    private string TakeEnd(List<GoNode> items)
    {
        if (items.Count == 0 || !IsEdge(items[^1], node => node is GoNode.End)) return "";
        if (items[^1] is not GoNode.Boundary) _remarks.Add(@"the end of its match is now \b");
        items.RemoveAt(items.Count - 1);
        return @"\b";
    }

    // A word boundary, an end of the text, or a choice between that end and characters that may stand beside a token.
    private bool IsEdge(GoNode node, Func<GoNode, bool> isEnd) => node switch
    {
        GoNode.Boundary => true,
        GoNode.Group { Body: GoNode.Alternation alternation } group => group.Index != _secretGroup && alternation.Options.Any(option => option is GoNode.Sequence { Items: [var only] } && isEnd(only)),
        _ => isEnd(node),
    };

    private string Text(GoNode node) => node switch
    {
        GoNode.Literal literal => Cased(PatternText.Literal(literal.Value), literal.IgnoreCase && char.IsAsciiLetter(literal.Value)),
        GoNode.Set set => Cased(PatternText.Set(set), set.IgnoreCase && set.Ranges.Any(range => char.IsAsciiLetter(range.First) || char.IsAsciiLetter(range.Last))),
        GoNode.AnyOne => @"[^\r\n]",
        GoNode.Group group => $"{(group.Index is { } index && index == _secretGroup ? "(?<secret>" : "(?:")}{Text(group.Body)})",
        GoNode.Sequence sequence => CaseRuns.Join(sequence.Items.Select(Text)),
        GoNode.Alternation alternation => string.Join('|', alternation.Options.Select(Text)),
        GoNode.Repeat repeat => Repeat(repeat),
        _ => throw new GoRegexException(@"has '^', '$' or '\b' in its middle; the dialect has '\b' at the two ends only"),
    };

    private string Repeat(GoNode.Repeat repeat)
    {
        if (repeat.Most is null) _remarks.Add($"a part without a limit is now at most {Math.Max(Unlimited, repeat.Least)} long");
        return Text(repeat.Item) + PatternText.Count(repeat.Least, repeat.Most ?? Math.Max(Unlimited, repeat.Least));
    }

    private static string Cased(string text, bool ignoreCase) => ignoreCase ? $"(?i:{text})" : text;
}
