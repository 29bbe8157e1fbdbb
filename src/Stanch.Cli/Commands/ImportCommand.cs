using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Policy.Imports;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch import TOOL FILE</c>: what another scanner was told, said to this one. One verb for each tool, made from the list of formats.</summary>
internal static class ImportCommand
{
    public static Command Create(Invocation here)
    {
        var command = new Command("import", "Take over what another scanner was told: ignores, baselines, rules.");
        foreach (var tool in ForeignFormats.All.GroupBy(format => format.Tool)) command.Subcommands.Add(Create(here, tool.Key, [.. tool]));
        return command;
    }

    private static Command Create(Invocation here, string tool, IReadOnlyList<IForeignFormat> formats)
    {
        var names = string.Join(" or ", formats.SelectMany(format => format.FileNames.Take(1)).DefaultIfEmpty("a report"));
        var file = new Argument<string[]>("FILE") { Description = $"The file: {names}.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string?>("--to") { HelpName = "baseline|config", Description = "Where single findings go that are let be there; by default the baseline for what was accepted at a point in time, the configuration for the rest." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be written, and write nothing." };
        var command = new Command(tool, $"From {tool}: {names}.") { file, to, dryRun };
        var options = new ProjectOptions(command);
        command.SetAction(result =>
        {
            using var stop = new Interruption();
            var work = new ImportWork(here, stop);
            var toBaseline = ToBaseline(result.GetValue(to));
            return (int)result.GetValue(file)!.Select(name => work.Run(formats, name, options.Read(result), toBaseline, result.GetValue(dryRun))).ToList().Max();
        });
        return command;
    }

    private static bool? ToBaseline(string? word) => word switch
    {
        null => null,
        "baseline" => true,
        "config" => false,
        _ => throw new UsageException($"--to cannot be '{word}'{NearestName.Hint(word, ["baseline", "config"])}"),
    };
}
