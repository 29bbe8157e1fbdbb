using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch scan</c> and, for each source but the first, <c>stanch scan SOURCE</c>.</summary>
internal static class ScanCommand
{
    public static Command Create(Invocation here)
    {
        var options = new ScanOptions();
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files and folders; '-' is standard input, where a patch is reported at the patched lines. The current folder by default.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = Create(here, ScanSources.Default, options, "scan", paths, result => result.GetValue(paths) ?? []);
        foreach (var source in ScanSources.Others)
        {
            var target = new Argument<string?>("TARGET")
            {
                Description = "A path, or an address to fetch from. The current folder by default.",
                Arity = ArgumentArity.ZeroOrOne,
            };
            command.Subcommands.Add(Create(here, source, options, source.Name, target, result => result.GetValue(target) is { } one ? [one] : []));
        }

        return command;
    }

    private static Command Create(Invocation here, IScanSource source, ScanOptions options, string name, Argument argument, Func<ParseResult, IReadOnlyList<string>> targets)
    {
        var own = new SourceOptions(source);
        var command = new Command(name, source.Summary) { argument };
        foreach (var option in own.All.Concat(options.All)) command.Options.Add(option);
        command.SetAction(result => Run(here, options.Read(result, source) with
        {
            Targets = targets(result),
            SourceOptions = own.Read(result),
        }));
        return command;
    }

    private static int Run(Invocation here, ScanSettings settings)
    {
        using var stop = new Interruption();
        var plan = ScanPlan.From(settings, here);
        return (int)ScanRun.Report(plan, here, stop);
    }
}
