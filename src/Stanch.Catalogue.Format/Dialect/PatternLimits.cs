namespace Stanch.Catalogue.Format.Dialect;

/// <summary>How large a pattern may be.</summary>
/// <param name="Characters">Most characters of its text.</param>
/// <param name="Depth">Most groups inside one another.</param>
/// <param name="Repetitions">Highest upper bound of a quantifier.</param>
/// <param name="MatchLength">Most bytes of a match.</param>
/// <param name="Places">Most bytes that all its parts together may read, alternatives counted apart: the size of its automaton.</param>
/// <param name="StepsPerByte">Most steps for each byte of the longest match, on the worst text, for one place to start from.</param>
public sealed record PatternLimits(
    int Characters = 4096, int Depth = 32, int Repetitions = 4096, int MatchLength = 16384, int Places = 32768, int StepsPerByte = 32);
