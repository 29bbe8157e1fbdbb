namespace Stanch.Policy;

/// <summary>Something wrong in a configuration file.</summary>
/// <param name="Position">Where.</param>
/// <param name="Text">What is wrong, and how to mend it.</param>
public sealed record ConfigurationProblem(SourcePosition Position, string Text)
{
    public override string ToString() => $"{Position}: {Text}";
}
