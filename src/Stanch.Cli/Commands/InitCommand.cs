using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch init</c>: a commented configuration to start from. Never overwrites one.</summary>
internal static class InitCommand
{
    private const string Template = """
        # yaml-language-server: $schema=https://stanch.dev/schemas/stanch-config.schema.json
        # What Stanch reads, lets be and blocks in this project. 'stanch config show' says what holds and which file each value came from.
        # Globs are those of .gitignore, relative to this file. Take the '# ' away from a line to switch it on.
        version: 1

        # Paths that are not read. What is read and may be let be belongs under 'ignore', so that reports still name it.
        # exclude: [vendor/, '*.min.js', '!vendor/ours/']

        # Findings that are let be: an item covers those that meet every condition it gives. 'stanch ignore FILE:LINE --reason …' writes one.
        # ignore:
        #   - path: tests/fixtures/
        #     detector: generic-*                # an id of 'stanch detectors list'; * stands for any text
        #     reason: made up, valid nowhere
        #     owner: ada
        #     expires: 2030-12-31                # the last day, in UTC, on which it holds
        #   - pattern: ^EXAMPLE_                 # a regular expression: no look-around, no back-references
        #     target: secret                     # where it is looked for: secret, line, or any (both) when left out
        #     reason: placeholders of our documentation

        # Which detectors run.
        # detectors:
        #   disable: [generic-*]
        #   enable: [generic-password]           # wins over disable
        #   custom: [security/detectors.yaml]    # files with detectors of your own

        # The evidence from which a finding fails a scan: review, likely or confirmed.
        # failOn: likely

        # What is less severe does not count: info, low, medium, high or critical.
        # minSeverity: info

        # What it means that something could not be read: fail (exit code 3) or warn.
        # incomplete: fail

        # How long a scan may take: 90s, 10m, 1h30m. Without it, as long as it needs.
        # maxTime: 10m

        # Whether encoded text (base64, hex, escapes) is decoded and searched too.
        # decode: true

        # Where the findings stand that were accepted at a point in time. 'stanch baseline create' writes it.
        # baseline: .stanch-baseline

        # The key of this project's fingerprints, which 'stanch baseline create' makes: fingerprintKey here, or, for a repository that is
        # public, a file elsewhere ('stanch baseline create --key-file PATH').
        # fingerprintKeyFile: ~/.config/stanch/this-project.key

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
