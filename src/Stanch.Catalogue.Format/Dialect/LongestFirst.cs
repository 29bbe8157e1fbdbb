namespace Stanch.Catalogue.Format.Dialect;

/// <summary>
/// Orders alternatives by the longest text they can read. In <c>(?:[0-9a-f]{32}|[0-9a-f]{40})\b</c> the shorter one would always win and then fail at
/// the boundary; nobody who writes it means that. Of two that reach as far, the one that reads more at the least comes first: one that may read nothing
/// comes last, which also is where .NET's linear-time matching puts it.
/// </summary>
internal static class LongestFirst
{
    public static PatternNode Order(PatternNode node) => node switch
    {
        PatternNode.Sequence sequence => new PatternNode.Sequence([.. sequence.Parts.Select(Order)]),
        PatternNode.Choice choice => new PatternNode.Choice([.. choice.Options.Select(Order).OrderByDescending(option => option.MaxLength).ThenByDescending(option => option.MinLength)]),
        PatternNode.Repeat repeat => repeat with { Part = Order(repeat.Part) },
        PatternNode.Group group => group with { Part = Order(group.Part) },
        _ => node,
    };
}
