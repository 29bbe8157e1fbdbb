namespace Stanch.Catalogue.Format.Dialect;

/// <summary>The named groups of a pattern.</summary>
internal static class PatternGroups
{
    /// <summary>All groups, outer before inner.</summary>
    public static IEnumerable<PatternNode.Group> Named(PatternNode node) => node switch
    {
        PatternNode.Group group => Named(group.Part).Prepend(group),
        PatternNode.Sequence sequence => sequence.Parts.SelectMany(Named),
        PatternNode.Choice choice => choice.Options.SelectMany(Named),
        PatternNode.Repeat repeat => Named(repeat.Part),
        _ => [],
    };

    /// <exception cref="PatternException">A match could have no secret, or several.</exception>
    public static void Check(PatternNode root)
    {
        if (Named(root).Any(group => group.Name == "secret") && !Always(root))
            throw new PatternException("(?<secret>…) is missing from some alternatives: every match must have its secret");
        if (Repeated(root, inside: false))
            throw new PatternException("a named group stands inside a repeated part, so one match would have several: take it out of the repetition");
    }

    /// <summary>The pattern without a secret group that is the whole of it: the match is the secret then, and needs no group.</summary>
    public static PatternNode WithoutNeedless(PatternNode root)
    {
        var whole = root is PatternNode.Sequence { Parts: [var only] } ? only : root;
        return whole is PatternNode.Group { Name: "secret" } group && !Named(group.Part).Any() ? group.Part : root;
    }

    private static bool Always(PatternNode node) => node switch
    {
        PatternNode.Group group => group.Name == "secret" || Always(group.Part),
        PatternNode.Sequence sequence => sequence.Parts.Any(Always),
        PatternNode.Choice choice => choice.Options.All(Always),
        PatternNode.Repeat repeat => repeat.Min > 0 && Always(repeat.Part),
        _ => false,
    };

    private static bool Repeated(PatternNode node, bool inside) => node switch
    {
        PatternNode.Group group => inside || Repeated(group.Part, inside),
        PatternNode.Sequence sequence => sequence.Parts.Any(part => Repeated(part, inside)),
        PatternNode.Choice choice => choice.Options.Any(option => Repeated(option, inside)),
        PatternNode.Repeat repeat => Repeated(repeat.Part, inside || repeat.Max > 1),
        _ => false,
    };
}
