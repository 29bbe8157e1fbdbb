using Stanch.Cli;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Commands;

return CommandRunner.Run(Invocation.OfProcess(), args, new VerbTable
{
    { "scan", ScanCommand.Create },
    { "hook", HookCommand.Create },
    { "ci", CiCommand.Create },
    { "explain", ExplainCommand.Create },
    { "check", CheckCommand.Create },
    { "guide", GuideCommand.Create },
    { "redact", RedactCommand.Create },
    { "mcp", McpCommand.Create },
    { "lsp", LspCommand.Create },
    { "baseline", BaselineCommand.Create },
    { "ignore", IgnoreCommand.Create },
    { "import", ImportCommand.Create },
    { "detectors", DetectorsCommand.Create },
    { "init", InitCommand.Create },
    { "config", ConfigCommand.Create },
    { "doctor", DoctorCommand.Create },
    { "completions", CompletionsCommand.Create, VerbTable.SeesAll },
    { "man", ManCommand.Create, VerbTable.SeesAll },
    { "version", VersionCommand.Create },
});
