namespace Stanch.Cli.Hooks;

/// <summary>How a hook behaves: decided by whoever installed it, and written into its script.</summary>
internal sealed record HookSettings
{
    public ErrorPolicy OnError { get; init; } = ErrorPolicy.Block;

    /// <summary>How long it may take, as it was typed; null for as long as the configuration allows.</summary>
    public string? MaxTime { get; init; }

    /// <summary>A configuration that holds instead of the tree's and the user's own; null for those.</summary>
    public string? Config { get; init; }

    /// <summary>On a server: whether a push may ask to be let through.</summary>
    public bool AllowBypass { get; init; }

    /// <summary>On a server: the file that decisions are written to; null for the repository's own.</summary>
    public string? Log { get; init; }
}
