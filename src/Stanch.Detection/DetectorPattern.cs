using System.Text.RegularExpressions;

namespace Stanch.Detection;

/// <summary>
/// A pattern ready to run. Its expression works on Latin-1 text (one byte, one character), has no boundary assertions of its own (they are
/// the two flags), and where <see cref="AnchorOffset"/> is not negative starts with <c>\A</c>.
/// </summary>
public sealed class DetectorPattern
{
    private readonly Func<int, Regex> _create;
    private readonly int _number;
    private Regex? _regex;

    /// <param name="create">Makes the expression at its first use; called again only if two threads meet.</param>
    public DetectorPattern(Func<Regex> create)
        : this(_ => create(), 0)
    {
    }

    /// <param name="create">Makes expressions by their numbers: one delegate for all patterns, where one for each would cost every start.</param>
    /// <param name="number">The number of this one.</param>
    public DetectorPattern(Func<int, Regex> create, int number) => (_create, _number) = (create, number);

    /// <summary>The expression.</summary>
    public Regex Regex => _regex ??= _create(_number);

    /// <summary>Fewest bytes a match has.</summary>
    public required int MinLength { get; init; }

    /// <summary>Most bytes a match has.</summary>
    public required int MaxLength { get; init; }

    /// <summary>How far after the match's start its keyword starts, where that is always the same; −1 where it varies.</summary>
    public int AnchorOffset { get; init; } = -1;

    /// <summary>The byte before a match may not be an ASCII letter, digit or underscore.</summary>
    public bool BoundaryBefore { get; init; }

    /// <summary>The byte after a match may not be an ASCII letter, digit or underscore.</summary>
    public bool BoundaryAfter { get; init; }

    /// <summary>
    /// Which bytes the last place of a match may hold (four words, low bytes first), where its number of places is fixed: a byte of these after the match says
    /// that the token is longer than the format allows. Empty where the pattern asks for no such check.
    /// </summary>
    public ReadOnlyMemory<ulong> Tail { get; init; }

    /// <summary>True when the expression has a group named <c>secret</c> or <c>id</c>.</summary>
    public bool HasGroups { get; init; }

    /// <summary>How many leading characters of the secret are the same in every match: they may be shown.</summary>
    public int PublicPrefix { get; init; }

    /// <summary>
    /// For each of the first bytes of a match, which bytes may stand there (four words of 64 bits a position, low bytes first): the check that
    /// comes before the expression. Empty where nothing is known.
    /// </summary>
    public ReadOnlyMemory<ulong> Shape { get; init; }
}
