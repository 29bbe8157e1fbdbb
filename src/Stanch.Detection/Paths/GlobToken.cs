namespace Stanch.Detection.Paths;

/// <summary>One step of a glob inside a path segment.</summary>
/// <param name="Kind">What it matches.</param>
/// <param name="Literal">The character, for <see cref="GlobTokenKind.Literal"/>.</param>
/// <param name="Class">The members, for <see cref="GlobTokenKind.Class"/>.</param>
internal readonly record struct GlobToken(GlobTokenKind Kind, char Literal = '\0', CharClass? Class = null)
{
    public bool Matches(char c) => Kind switch
    {
        GlobTokenKind.Literal => c == Literal,
        GlobTokenKind.Class => Class!.Has(c),
        _ => true,
    };
}
