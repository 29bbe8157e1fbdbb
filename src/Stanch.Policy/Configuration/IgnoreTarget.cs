namespace Stanch.Policy;

/// <summary>Where an ignore's pattern is looked for.</summary>
public enum IgnoreTarget
{
    /// <summary>In the secret, and in its line.</summary>
    Any,

    /// <summary>In the secret alone.</summary>
    Secret,

    /// <summary>In the line, or lines, that the secret stands on.</summary>
    Line,
}
