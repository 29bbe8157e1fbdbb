using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch baseline create|update|show</c>: findings accepted as they stand, so that only new ones are reported.</summary>
internal static class BaselineCommand
{
    public static Command Create(Invocation here) => new("baseline", "Accept what is there, so that only what is new is reported.")
    {
        CreateVerb(here),
        UpdateVerb(here),
        ShowVerb(here),
    };

    private static Command CreateVerb(Invocation here)
    {
        var paths = Paths();
        var filesOnly = FilesOnly();
        var force = new Option<bool>("--force") { Description = "Replace a baseline that exists." };
        var keyFile = new Option<string?>("--key-file") { HelpName = "FILE", Description = "Where a new fingerprint key is kept, for a repository that is public; in .stanch.yaml by default." };
        var command = new Command("create", "Scan the project, its history too, and accept all that is found.") { paths, filesOnly, force, keyFile };
        var options = new ProjectOptions(command);
        command.SetAction(result =>
        {
            using var stop = new Interruption();
            var scope = BaselineScope.Of(result.GetValue(paths) ?? [], result.GetValue(filesOnly), here);
            return (int)BaselineWork.Create(scope, options.Read(result), result.GetValue(keyFile), result.GetValue(force), here, stop);
        });
        return command;
    }

    private static Command UpdateVerb(Invocation here)
    {
        var paths = Paths();
        var filesOnly = FilesOnly();
        var accept = new Option<bool>("--accept") { Description = "Accept what is new, too." };
        var command = new Command("update", "Scan again, and drop entries whose secret is gone.") { paths, filesOnly, accept };
        var options = new ProjectOptions(command);
        command.SetAction(result =>
        {
            using var stop = new Interruption();
            var scope = BaselineScope.Of(result.GetValue(paths) ?? [], result.GetValue(filesOnly), here);
            return (int)BaselineWork.Update(scope, options.Read(result), result.GetValue(accept), here, stop);
        });
        return command;
    }

    private static Command ShowVerb(Invocation here)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("show", "List what is accepted, by detector and path.") { json };
        command.SetAction(result => (int)BaselineListing.Run(result.GetValue(json), here));
        return command;
    }

    private static Argument<string[]> Paths() => new("PATH") { Description = "Files and folders to read; the whole project and its history by default.", Arity = ArgumentArity.ZeroOrMore };

    private static Option<bool> FilesOnly() => new("--files-only") { Description = "Leave the history alone." };
}
