namespace Stanch.Policy;

/// <summary>A file that a person wrote cannot be obeyed. It becomes exit code 2.</summary>
public sealed class ConfigurationException : Exception
{
    public ConfigurationException(params IReadOnlyList<ConfigurationProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>All that is wrong, in the order of the text.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; }
}
