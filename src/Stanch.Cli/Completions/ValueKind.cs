namespace Stanch.Cli.Completions;

/// <summary>What a shell proposes for a value.</summary>
internal enum ValueKind
{
    /// <summary>Nothing: it can be anything.</summary>
    Any,

    /// <summary>One of a closed set.</summary>
    Words,
    Files,
    Folders,

    /// <summary>Ids of detectors, which the program is asked for, since users bring their own.</summary>
    Detectors,
}
