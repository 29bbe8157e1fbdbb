using System.CommandLine;
using Stanch.Cli.Completions;
using Stanch.Cli.Completions.Shells;
using Stanch.Policy;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch completions SHELL</c>: the script that makes a shell propose our words, made from the commands themselves.</summary>
internal static class CompletionsCommand
{
    public static Command Create(Invocation here)
    {
        var names = ShellScripts.All.Select(script => script.Name).ToArray();
        var shell = new Argument<string>("SHELL") { Description = $"Which: {string.Join(", ", names)}." };
        shell.AcceptOnlyFromAmong(names);
        var command = new Command("completions", "Print the script with which a shell completes commands, options and values. Its first lines say where to put it.") { shell };
        command.SetAction(result =>
        {
            var script = ShellScripts.All.First(script => script.Name == result.GetValue(shell));
            using var output = here.Terminal.OutputText();
            if (script.FirstLine is { } first) output.WriteLine(first);
            output.WriteLine($"# Completions of stanch for {script.Name}: {script.Advice}");
            output.WriteLine();
            script.Write(CompletedCommand.Of(result.RootCommandResult.Command), output);
            return (int)ExitCode.Clean;
        });
        return command;
    }
}
