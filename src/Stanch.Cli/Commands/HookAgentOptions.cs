using System.CommandLine;
using Stanch.Cli.Agents;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Hooks;
using Stanch.Detection;

namespace Stanch.Cli.Commands;

/// <summary>What is decided once, when the hook is installed, and obeyed at every event.</summary>
/// <param name="onError">The option of that name, where the command has it already; null for one of our own.</param>
internal sealed class HookAgentOptions(Option<string>? onError = null)
{
    private readonly Option<string> _policy = new("--policy") { HelpName = "block|redact|warn", Description = "What happens to an event with a secret: stopped (by default), rewritten without it where the agent allows that, or only told." };
    private readonly Option<string> _onError = onError ?? new("--on-error") { HelpName = "block|pass", Description = "An event that cannot be checked is stopped (block, by default) or goes on (pass)." };
    private readonly Option<string?> _failOn = new("--fail-on") { HelpName = "EVIDENCE", Description = "The evidence from which a finding counts: review, likely or confirmed." };

    /// <summary>What the command does not have already.</summary>
    public IReadOnlyList<Option> All => onError is null ? [_policy, _onError, _failOn] : [_policy, _failOn];

    public AgentSettings Read(ParseResult result) => new()
    {
        Policy = Words.Parse<AgentPolicy>("--policy", result.GetValue(_policy)) ?? AgentPolicy.Block,
        OnError = Words.Parse<ErrorPolicy>("--on-error", result.GetValue(_onError)) ?? ErrorPolicy.Block,
        FailOn = Words.Parse<Evidence>("--fail-on", result.GetValue(_failOn)),
    };

    /// <summary>The same as they are typed, for the command that is installed; those that were given alone.</summary>
    public string Text(ParseResult result)
    {
        Read(result);
        return string.Concat(new Option<string?>[] { _policy!, _onError!, _failOn }.Select(option => result.GetValue(option) is { } value ? $" {option.Name} {value.ToLowerInvariant()}" : ""));
    }
}
