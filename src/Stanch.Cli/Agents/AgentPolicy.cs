namespace Stanch.Cli.Agents;

/// <summary>What happens to an event that holds a secret.</summary>
internal enum AgentPolicy
{
    /// <summary>It does not happen.</summary>
    Block,

    /// <summary>It happens without the secret, where the agent lets a hook rewrite it; else it does not happen.</summary>
    Redact,

    /// <summary>It happens, and the person is told.</summary>
    Warn,
}
