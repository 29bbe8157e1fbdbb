using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Hooks;
using Stanch.Cli.Terminals;
using Stanch.Policy;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch hook run HOOK</c>: what the installed scripts call.</summary>
internal static class HookRunCommand
{
    public static Command Create(Invocation here) =>
        new("run", "Be a hook: what the installed scripts call.")
        {
            Make(here, HookKind.PreCommit, [], (settings, _) => new LocalHook(settings, here).PreCommit()),
            Make(here, HookKind.CommitMessage, ["FILE"], (settings, words) => new LocalHook(settings, here).CommitMessage(words[0])),
            Make(here, HookKind.PrePush, ["[REMOTE]", "[URL]"], (settings, words) => new LocalHook(settings, here).PrePush(words is [var remote, ..] ? remote : null, StandardInput.Open)),
            Make(here, HookKind.PreReceive, [], (settings, _) => new ReceiveHook(settings, here).Run(StandardInput.Open)),
            HookAgentRun.Create(here),
        };

    private static Command Make(Invocation here, HookKind kind, string[] arguments, Func<HookSettings, IReadOnlyList<string>, ExitCode> run)
    {
        var command = new Command(kind.Name, kind.Summary);
        var words = arguments.Select(name => new Argument<string?>(name.Trim('[', ']'))
        {
            Description = "As git gives it to the hook.",
            Arity = name[0] == '[' ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        }).ToList();
        words.ForEach(command.Arguments.Add);
        var options = new HookOptions(kind.IsOnServer);
        foreach (var option in options.All) command.Options.Add(option);
        command.SetAction(result => (int)run(options.Read(result), [.. words.Select(result.GetValue).OfType<string>()]));
        return command;
    }
}
