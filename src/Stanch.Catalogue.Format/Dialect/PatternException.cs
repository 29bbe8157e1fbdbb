namespace Stanch.Catalogue.Format.Dialect;

/// <summary>A pattern that is not in the dialect, or that costs too much. The message says what is wrong, where, and how to mend it.</summary>
/// <param name="message">What is wrong and what to write instead.</param>
/// <param name="position">The character of the pattern where it shows, 1-based; 0 for the pattern as a whole.</param>
public sealed class PatternException(string message, int position = 0)
    : Exception(position > 0 ? $"{message} (character {position} of the pattern)" : message)
{
    /// <summary>The character of the pattern where it shows, 1-based; 0 for the pattern as a whole.</summary>
    public int Position { get; } = position;
}
