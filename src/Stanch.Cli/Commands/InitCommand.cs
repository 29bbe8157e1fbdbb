using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch init</c>: a commented configuration to start from. Never overwrites one.</summary>
internal static class InitCommand
{
    private const string Template = ConfigurationEditor.Header + """

        # Paths that are not read; globs as in .gitignore.
        # exclude: [vendor/, '*.min.js']

        # What is read and let be. 'stanch ignore FILE:LINE --reason "…"' writes entries here.
        # ignore:
        #   - path: tests/fixtures/
        #     reason: made up, valid nowhere

        # Detectors by id, * for any text: 'stanch detectors list' shows them.
        # detectors:
        #   disable: [generic-*]

        # The evidence from which a finding fails the scan: review, likely or confirmed.
        # failOn: likely

        # What it means that something could not be read: fail (exit code 3) or warn.
        # incomplete: fail

        """;

    public static Command Create(Invocation here)
    {
        var command = new Command("init", "Write a commented .stanch.yaml to start from; one that is there stays as it is.");
        command.SetAction(_ => (int)Run(here));
        return command;
    }

    private static ExitCode Run(Invocation here)
    {
        var root = ScanRoot.Of(here.WorkingDirectory);
        var path = Path.Combine(root.Folder, ConfigurationSources.FileName);
        if (Path.Exists(path)) throw new UsageException($"{path} exists already; it stays as it is. 'stanch config show' lists what it says");
        WholeFile.Write(path, Template);
        using var output = here.Terminal.OutputText();
        output.WriteLine($"Wrote {path}. Next: 'stanch scan' reads the files{(root.Repository is null ? "" : ", 'stanch scan git' the history")}; 'stanch baseline create' accepts what is there.");
        return ExitCode.Clean;
    }
}
