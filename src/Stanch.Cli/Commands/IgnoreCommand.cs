using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch ignore WHAT</c>, <c>list</c> and <c>remove</c>: decisions to let findings be, written into <c>.stanch.yaml</c>.</summary>
internal static class IgnoreCommand
{
    private const string WhatHelp = "FILE:LINE of a finding, a fingerprint, a path or glob, or a detector's id.";

    public static Command Create(Invocation here)
    {
        // "stanch ignore WHAT" is what reports propose; "add" is what people guess.
        var command = Adding(here, "ignore", "Let a finding be: it is still reported as ignored, and never blocks.", isOptional: true);
        command.Subcommands.Add(Adding(here, "add", "The same as 'stanch ignore WHAT'.", isOptional: false));
        command.Subcommands.Add(Listing(here));
        command.Subcommands.Add(Removing(here));
        return command;
    }

    private static Command Adding(Invocation here, string name, string description, bool isOptional)
    {
        var what = new Argument<string?>("WHAT") { Description = WhatHelp, Arity = ArgumentArity.ZeroOrOne };
        var path = new Option<string?>("--path") { HelpName = "GLOB", Description = "Only for these paths." };
        var detector = new Option<string?>("--detector") { HelpName = "ID|GLOB", Description = "Only for these detectors." };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why; the next reader will ask." };
        var owner = new Option<string?>("--owner") { HelpName = "NAME", Description = "Who decided." };
        var expires = new Option<string?>("--expires") { HelpName = "YYYY-MM-DD", Description = "The last day on which it holds, in UTC." };
        var command = new Command(name, description) { what, path, detector, reason, owner, expires };
        var options = new ProjectOptions(command);
        command.SetAction(result =>
        {
            using var stop = new Interruption();
            var request = new IgnoreRequest(result.GetValue(what), result.GetValue(path), result.GetValue(detector))
            {
                Reason = result.GetValue(reason),
                Owner = result.GetValue(owner),
                Expires = IgnoreRequest.ParseDay(result.GetValue(expires)),
            };
            return (int)IgnoreWork.Add(request, options.Read(result), here, stop);
        });
        return command;
    }

    private static Command Listing(Invocation here)
    {
        var command = new Command("list", "List the ignores of all configuration files that hold here.");
        command.SetAction(_ => (int)IgnoreWork.List(here));
        return command;
    }

    private static Command Removing(Invocation here)
    {
        var what = new Argument<string>("WHAT") { Description = "As for adding, or the number of the ignore or its FILE:LINE, as 'stanch ignore list' shows them." };
        var command = new Command("remove", "Take an ignore out of .stanch.yaml.") { what };
        var options = new ProjectOptions(command);
        command.SetAction(result =>
        {
            using var stop = new Interruption();
            return (int)IgnoreWork.Remove(result.GetValue(what)!, options.Read(result), here, stop);
        });
        return command;
    }
}
