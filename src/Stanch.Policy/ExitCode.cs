namespace Stanch.Policy;

/// <summary>A contract with every hook and pipeline: never renumber.</summary>
public enum ExitCode
{
    /// <summary>Nothing blocks, and everything was read.</summary>
    Clean = 0,

    /// <summary>A finding that the policy blocks. Wins over all below.</summary>
    Blocking = 1,

    /// <summary>The command line or a configuration is wrong.</summary>
    Usage = 2,

    /// <summary>Nothing blocks, but something failed: unreadable, corrupt, a limit, interrupted.</summary>
    Incomplete = 3,

    /// <summary>Stanch itself failed.</summary>
    InternalError = 4,
}
