using System.CommandLine;
using System.CommandLine.Help;
using Stanch.Cli.Commands;
using Stanch.Cli.Terminals;
using Stanch.Detection;
using Stanch.Policy;
using Stanch.Reporting;

namespace Stanch.Cli.CommandLine;

/// <summary>Runs the verb that the arguments name, and turns whatever goes wrong into a message and an exit code.</summary>
internal static class CommandRunner
{
    public static int Run(Invocation here, string[] args, RootCommand root)
    {
        // A crash on a thread of a source does not come back to us.
        AppDomain.CurrentDomain.UnhandledException += (_, e) => Environment.Exit((int)CrashMessage.Write(here, (Exception)e.ExceptionObject));
        try
        {
            Prepare(here, root);
            var result = root.Parse(args);
            return UsageErrors.LacksVerb(result) ? AskForVerb(here, result, root.Parse([.. args, "--help"]))
                : UsageErrors.Find(result) is { } wrong ? Refuse(here, wrong, result)
                : Invoke(here, result);
        }
        catch (Exception e) when (e is UsageException or ConfigurationException or SourceException or ReportRequestException or OutputException)
        {
            return Refuse(here, e.Message);
        }
        catch (Exception e)
        {
            return (int)CrashMessage.Write(here, e);
        }
    }

    // What System.CommandLine brings beside the verbs: no directives are needed, and the version is ours.
    private static void Prepare(Invocation here, RootCommand root)
    {
        root.Directives.Clear();
        foreach (var option in root.Options)
        {
            if (option is VersionOption) (option.Action, option.Description) = (new VersionCommand.VersionAction(here), "The version, and what it looks for.");
            if (option is HelpOption) (option.Action, option.Description) = (new HelpPage(here.Terminal.Width), "Help; after a command, that command's.");
        }
    }

    private static int Invoke(Invocation here, ParseResult result)
    {
        using var output = here.Terminal.OutputText();
        return result.Invoke(With(output, here.Terminal.Error));
    }

    // Not an error of spelling, but nothing was scanned either: a pipeline must not take it for clean.
    private static int AskForVerb(Invocation here, ParseResult result, ParseResult help)
    {
        here.Terminal.Error.WriteLine($"stanch: '{UsageErrors.PathOf(result)}' needs a command");
        help.Invoke(With(here.Terminal.Error, here.Terminal.Error));
        return (int)ExitCode.Usage;
    }

    private static InvocationConfiguration With(TextWriter output, TextWriter error) =>
        new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    private static int Refuse(Invocation here, string message, ParseResult? result = null)
    {
        here.Terminal.Error.WriteLine($"stanch: {message}");
        if (result is not null) here.Terminal.Error.WriteLine($"Try '{UsageErrors.PathOf(result)} --help'.");
        return (int)ExitCode.Usage;
    }
}
