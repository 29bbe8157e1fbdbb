namespace Stanch.Cli.Hooks;

/// <summary>For which repositories a hook is installed.</summary>
internal enum HookScope
{
    /// <summary>One repository, with its worktrees.</summary>
    Local,

    /// <summary>All repositories of a user.</summary>
    Global,

    /// <summary>All repositories of a machine.</summary>
    System,
}
