using Stanch.Detection;

namespace Stanch.Policy;

/// <summary>What the command line says on top of the configuration.</summary>
public sealed record PolicyOptions
{
    /// <summary>Wins over every file's <c>failOn</c>; null where not given.</summary>
    public Evidence? FailOn { get; init; }

    /// <summary>True when no finding blocks, whatever any file says.</summary>
    public bool NeverBlocks { get; init; }

    /// <summary>Wins over every file's <c>minSeverity</c>; null where not given.</summary>
    public Severity? MinSeverity { get; init; }

    /// <summary>Wins over every file's <c>incomplete</c>; null where not given.</summary>
    public IncompleteMode? Incomplete { get; init; }

    /// <summary>
    /// False where the change that is scanned would excuse itself (<c>ci</c>, <c>pre-receive</c>): comments beside a secret are then told of and not obeyed.
    /// </summary>
    public bool ObeyInlineIgnores { get; init; } = true;

    /// <summary>True when a report needs every finding's fingerprint; otherwise only those that a decision needs are computed.</summary>
    public bool WantFingerprints { get; init; }

    /// <summary>Makes a finding's path relative to the root of the configuration, where the scan was of something else.</summary>
    public Func<string, string> RelativeToRoot { get; init; } = path => path;

    /// <summary>How many threads may work; 1 or more.</summary>
    public int Jobs { get; init; } = 1;
}
