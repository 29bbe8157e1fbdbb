using System.CommandLine;
using Stanch.Cli.Manual;
using Stanch.Policy;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch man</c>: the man page, made from the commands themselves.</summary>
internal static class ManCommand
{
    public static Command Create(Invocation here)
    {
        var command = new Command("man", "Print the man page: stanch man | man -l -");
        command.SetAction(result =>
        {
            using var output = here.Terminal.OutputText();
            ManPage.Write(result.RootCommandResult.Command, ManPage.Day(here), output);
            return (int)ExitCode.Clean;
        });
        return command;
    }
}
