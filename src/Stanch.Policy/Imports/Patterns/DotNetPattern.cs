namespace Stanch.Policy.Imports.Patterns;

/// <summary>Writes an expression as .NET reads it, for an ignore's <c>pattern</c>.</summary>
internal static class DotNetPattern
{
    public static string Write(GoNode node) => node switch
    {
        GoNode.Literal literal => Cased(PatternText.Literal(literal.Value), literal.IgnoreCase && char.IsLetter(literal.Value)),
        GoNode.Set set => Cased(PatternText.Set(set), set.IgnoreCase),
        GoNode.AnyOne => ".",
        GoNode.Start => "^",
        GoNode.End => @"\z",
        GoNode.Boundary => @"\b",
        GoNode.Group group => $"(?:{Write(group.Body)})",
        GoNode.Sequence sequence => CaseRuns.Join(sequence.Items.Select(Write)),
        GoNode.Alternation alternation => string.Join('|', alternation.Options.Select(Write)),
        GoNode.Repeat repeat => Write(repeat.Item) + PatternText.Count(repeat.Least, repeat.Most) + (repeat.IsLazy ? "?" : ""),
        _ => throw new GoRegexException("has a part that is not known"),
    };

    private static string Cased(string text, bool ignoreCase) => ignoreCase ? $"(?i:{text})" : text;
}
