using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Redacting;
using Stanch.Detection;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch redact</c>: a filter that hides secrets in what runs through it.</summary>
internal static class RedactCommand
{
    public static Command Create(Invocation here)
    {
        var evidence = new Option<string?>("--evidence") { HelpName = "EVIDENCE", Description = "Hide from this evidence on: review (by default: everything that may be a secret), likely or confirmed." };
        var detectors = new Option<string[]>("--detectors") { HelpName = "ID|GLOB,…", Description = "Look with these detectors only; '-ID' leaves one out.", Arity = ArgumentArity.OneOrMore };
        var config = new Option<string?>("--config") { HelpName = "FILE", Description = "Obey this configuration instead of the tree's and the user's own." };
        var noConfig = new Option<bool>("--no-config") { Description = "Read no configuration at all." };
        var command = new Command("redact", "Hide secrets in a text that runs through: make 2>&1 | stanch redact. Each becomes [redacted:DETECTOR]; every other byte stays, and lines come out as soon as they are known to be whole.") { evidence, detectors, config, noConfig };
        command.SetAction(result => (int)RedactFilter.Run(new RedactSettings
        {
            Least = Words.Parse<Evidence>("--evidence", result.GetValue(evidence)) ?? Evidence.Review,
            Detectors = result.GetValue(detectors) ?? [],
            Config = result.GetValue(config),
            NoConfig = result.GetValue(noConfig),
        }, here));
        return command;
    }
}
