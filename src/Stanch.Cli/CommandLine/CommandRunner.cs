using System.CommandLine;
using Stanch.Cli.Commands;
using Stanch.Cli.Terminals;
using Stanch.Detection;
using Stanch.Platforms.Builds;
using Stanch.Policy;
using Stanch.Reporting;

namespace Stanch.Cli.CommandLine;

/// <summary>Runs the verb that the arguments name, and turns whatever goes wrong into a message and an exit code.</summary>
internal static class CommandRunner
{
    /// <param name="here">What the run has around it.</param>
    /// <param name="args">What was typed.</param>
    /// <param name="verbs">What can be named; none is made for <c>--version</c>, which installers, editors and hooks ask often.</param>
    public static int Run(Invocation here, string[] args, VerbTable verbs)
    {
        // A crash on a thread of a source does not come back to us.
        AppDomain.CurrentDomain.UnhandledException += (_, e) => Environment.Exit((int)CrashMessage.Write(here, (Exception)e.ExceptionObject));
        try
        {
            if (args is ["--version"]) return VersionCommand.Write(here);
            var root = verbs.Root(here, args);
            AddOptions(here, root);
            var result = root.Parse(args);
            return UsageErrors.LacksVerb(result) ? AskForVerb(here, result, root.Parse([.. args, "--help"]))
                : UsageErrors.Find(result) is { } wrong ? Refuse(here, wrong, result)
                : Invoke(here, result);
        }
        catch (Exception e) when (e is UsageException or ConfigurationException or SourceException or BuildException or ReportRequestException or OutputException)
        {
            return Refuse(here, e.Message);
        }
        catch (Exception e)
        {
            return (int)CrashMessage.Write(here, e);
        }
    }

    // Those of System.CommandLine's own root command read their texts from a resource, which costs every start half a millisecond.
    private static void AddOptions(Invocation here, Command root)
    {
        root.Options.Add(new Option<bool>("--help", "-h", "/h", "-?", "/?") { Description = "Help; after a command, that command's.", Arity = ArgumentArity.Zero, Recursive = true, Action = new HelpPage(here.Terminal.Width) });
        root.Options.Add(new Option<bool>("--version") { Description = "The version, and what it looks for.", Arity = ArgumentArity.Zero, Action = new VersionCommand.VersionAction(here) });
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
        here.Terminal.Error.WriteLine($"stanch: {QuotedInput.Hide(message)}");
        if (result is not null) here.Terminal.Error.WriteLine($"Try '{UsageErrors.PathOf(result)} --help'.");
        return (int)ExitCode.Usage;
    }
}
