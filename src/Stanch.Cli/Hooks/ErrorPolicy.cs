namespace Stanch.Cli.Hooks;

/// <summary>What a hook does when it cannot do its work: git or a configuration is broken, its time is up, Stanch itself fails.</summary>
internal enum ErrorPolicy
{
    /// <summary>Closed: what was not searched does not pass.</summary>
    Block,

    /// <summary>Open: it is said, and passes.</summary>
    Pass,
}
