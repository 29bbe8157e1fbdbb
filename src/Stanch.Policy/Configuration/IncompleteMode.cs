namespace Stanch.Policy;

/// <summary>What a scan that could not read everything means.</summary>
public enum IncompleteMode
{
    /// <summary>Exit code 3, when nothing blocks.</summary>
    Fail,

    /// <summary>It is said, and does not change the exit code.</summary>
    Warn,
}
