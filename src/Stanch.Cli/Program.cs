using System.CommandLine;
using Stanch.Cli;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Commands;

var here = Invocation.OfProcess();
return CommandRunner.Run(here, args, () => new Command("stanch", "Finds secrets wherever they hide, and leads the way back when one has leaked.")
{
    ScanCommand.Create(here),
    HookCommand.Create(here),
    CiCommand.Create(here),
    ExplainCommand.Create(here),
    CheckCommand.Create(here),
    GuideCommand.Create(here),
    RedactCommand.Create(here),
    McpCommand.Create(here),
    LspCommand.Create(here),
    BaselineCommand.Create(here),
    IgnoreCommand.Create(here),
    ImportCommand.Create(here),
    DetectorsCommand.Create(here),
    InitCommand.Create(here),
    ConfigCommand.Create(here),
    VersionCommand.Create(here),
});
