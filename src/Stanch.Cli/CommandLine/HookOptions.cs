using System.CommandLine;
using Stanch.Cli.Hooks;

namespace Stanch.Cli.CommandLine;

/// <summary>The options that say how a hook behaves: given when it is installed, and written into its script.</summary>
internal sealed class HookOptions(bool isOnServer)
{
    private readonly Option<string> _onError = new("--on-error") { HelpName = "block|pass", Description = "What happens where the hook cannot do its work: no stanch or git, a broken configuration, time up; block by default." };
    private readonly Option<string> _maxTime = new("--max-time") { HelpName = "TIME", Description = isOnServer ? "How long it may take (4s, 1m), after which --on-error decides; 25s by default, 4s on GitHub Enterprise." : "How long it may take (10s, 1m), after which --on-error decides." };
    private readonly Option<string> _config = new("--config") { HelpName = "FILE", Description = "Obey this configuration instead of the tree's and the user's own." };
    private readonly Option<bool> _allowBypass = new("--allow-bypass") { Description = "Grant 'git push -o stanch.bypass=REASON'; each is written to the log." };
    private readonly Option<string> _log = new("--log") { HelpName = "FILE", Description = "Where a server's decisions are written; stanch/pre-receive.log in the repository by default." };

    public IReadOnlyList<Option> All => isOnServer ? [_onError, _maxTime, _config, _allowBypass, _log] : [_onError, _maxTime, _config];

    public HookSettings Read(ParseResult result) => new()
    {
        OnError = Words.Parse<ErrorPolicy>("--on-error", result.GetValue(_onError)) ?? ErrorPolicy.Block,
        MaxTime = result.GetValue(_maxTime),
        Config = result.GetValue(_config),
        AllowBypass = isOnServer && result.GetValue(_allowBypass),
        Log = isOnServer ? result.GetValue(_log) : null,
    };
}
