using System.CommandLine;
using Stanch.Cli.Agents;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Hooks;
using Stanch.Cli.Scanning;
using Stanch.Detection;

namespace Stanch.Cli.Commands;

/// <summary>What is decided once, when the hook is installed, and obeyed at every event.</summary>
internal sealed class HookAgentOptions
{
    private readonly Option<string> _policy = new("--policy") { HelpName = "block|redact|warn", Description = "What happens to an event with a secret: stopped (by default), rewritten without it where the agent allows that, or only told." };
    private readonly Option<string> _onError = new("--on-error") { HelpName = "block|pass", Description = "What happens to an event that cannot be checked: no JSON, a broken configuration; block by default." };
    private readonly Option<string?> _failOn = new("--fail-on") { HelpName = "EVIDENCE", Description = "The evidence from which a finding counts: review, likely or confirmed." };

    /// <summary>Adds them to a command, but for those of the same name and meaning that it has already.</summary>
    public HookAgentOptions(Command command)
    {
        if (command.Options.FirstOrDefault(option => option.Name == _onError.Name) is Option<string> known) _onError = known;
        foreach (var option in new Option[] { _policy, _onError, _failOn }.Except(command.Options)) command.Options.Add(option);
    }

    public AgentSettings Read(ParseResult result) => new()
    {
        Policy = Words.Parse<AgentPolicy>("--policy", result.GetValue(_policy)) ?? AgentPolicy.Block,
        OnError = Words.Parse<ErrorPolicy>("--on-error", result.GetValue(_onError)) ?? ErrorPolicy.Block,
        Choices = new TextChoices(Words.Parse<Evidence>("--fail-on", result.GetValue(_failOn)), Config: null, NoConfig: false),
    };

    /// <summary>True when something was given that has no meaning but for agents.</summary>
    public bool IsAboutAgents(ParseResult result) => result.GetValue(_policy) is not null || result.GetValue(_failOn) is not null;

    /// <summary>The same as they are typed, for the command that is installed; those that were given alone.</summary>
    public string Text(ParseResult result)
    {
        Read(result);
        return string.Concat(new Option<string?>[] { _policy!, _onError!, _failOn }.Select(option => result.GetValue(option) is { } value ? $" {option.Name} {value.ToLowerInvariant()}" : ""));
    }
}
