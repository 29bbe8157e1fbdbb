namespace Stanch.Policy;

/// <summary>Something wrong in a configuration file.</summary>
/// <param name="Position">Where.</param>
/// <param name="Text">What is wrong, and how to mend it.</param>
public sealed record ConfigurationProblem(SourcePosition Position, string Text)
{
    /// <summary>One line. A key or a file name of a hostile tree may hold what a terminal would obey; it is shown as a question mark.</summary>
    public override string ToString() => string.Concat($"{Position}: {Text}".Select(c => char.IsControl(c) ? '?' : c));
}
