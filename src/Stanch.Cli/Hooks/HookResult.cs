using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Hooks;

/// <summary>What a hook's scan came to.</summary>
/// <param name="Code">Clean, blocking, or why it could not do its work.</param>
/// <param name="Findings">Those that block.</param>
internal sealed record HookResult(ExitCode Code, IReadOnlyList<Finding> Findings)
{
    public static HookResult Clean { get; } = new(ExitCode.Clean, []);

    /// <summary>What kept it from its work; null where nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What was not read, with the reason, where that does not fail the hook.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];

    public static HookResult Failed(ExitCode code, string error) => new(code, []) { Error = QuotedInput.Hide(error) };
}
