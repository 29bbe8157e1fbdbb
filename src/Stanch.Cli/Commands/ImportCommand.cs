using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;
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
        var file = new Argument<string>("FILE") { Description = $"The file: {names}." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be written, and write nothing." };
        var command = new Command(tool, $"From {tool}: {names}.") { file, dryRun };
        var options = new ProjectOptions(command);
        command.SetAction(result =>
        {
            using var stop = new Interruption();
            return (int)new ImportWork(here, stop).Run(formats, result.GetValue(file)!, options.Read(result), result.GetValue(dryRun));
        });
        return command;
    }
}
