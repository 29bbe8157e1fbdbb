using System.CommandLine;
using Stanch.Cli.Detectors;
using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch detectors list|show|test</c>: what can be found, and trying out what users write.</summary>
internal static class DetectorsCommand
{
    public static Command Create(Invocation here) => new("detectors", "What can be found, and trying out your own.")
    {
        List(here),
        Show(here),
        Test(here),
    };

    private static Command List(Invocation here)
    {
        var globs = new Argument<string[]>("ID|GLOB") { Description = "Only these.", Arity = ArgumentArity.ZeroOrMore };
        var summary = new Option<bool>("--summary") { Description = "Count them by category." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("list", "List the detectors that are on here, your own among them.") { globs, summary, json };
        command.SetAction(result =>
        {
            var project = Project.Open(ScanRoot.Of(here.WorkingDirectory), config: null, noConfig: false, here);
            var chosen = DetectorChoice.From(result.GetValue(globs) ?? [], project);
            DetectorListing.Write(chosen, result.GetValue(summary), result.GetValue(json), here);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static Command Show(Invocation here)
    {
        var id = new Argument<string>("ID") { Description = "The detector's id." };
        var command = new Command("show", "How a secret is found, and the way out when it leaked.") { id };
        command.SetAction(result =>
        {
            var detector = KnownDetector.Get(result.GetValue(id)!, here);
            using var output = here.Terminal.OutputText();
            DetectorPage.Write(output, detector);
            GuidePage.Write(output, detector);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static Command Test(Invocation here)
    {
        var file = new Argument<string>("FILE") { Description = "A file of detectors in the catalogue's format, or a .stanch.yaml with some." };
        var command = new Command("test", "Check a file of detectors: its form, its examples, the worst case of its patterns.") { file };
        command.SetAction(result => (int)DetectorTest.Run(result.GetValue(file)!, here));
        return command;
    }
}
