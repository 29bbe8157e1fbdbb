using System.CommandLine;
using Stanch.Catalogue;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Detectors;
using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Policy;
using Stanch.Remediation.Guides;
using Stanch.Remediation.Snippets;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch detectors list|show|test|quality</c>: what can be found, and trying out what users write.</summary>
internal static class DetectorsCommand
{
    public static Command Create(Invocation here) => new("detectors", "What can be found, and trying out your own.")
    {
        List(here),
        Show(here),
        Test(here),
        Quality(here),
    };

    private static Command List(Invocation here)
    {
        var globs = new Argument<string[]>("ID|GLOB") { Description = "Only these.", Arity = ArgumentArity.ZeroOrMore };
        var provider = new Option<string>("--provider") { HelpName = "PROVIDER", Description = "Only those of this provider." };
        var category = new Option<string>("--category") { HelpName = "CATEGORY", Description = "Only those of this category." };
        var summary = new Option<bool>("--summary") { Description = "Count them by category." };
        var ids = new Option<bool>("--ids") { Description = "Their ids alone, one a line." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("list", "List the detectors that are on here, your own among them.") { globs, provider, category, summary, ids, json };
        command.SetAction(result =>
        {
            var project = Project.Open(ScanRoot.Of(here.WorkingDirectory), config: null, noConfig: false, here);
            var chosen = DetectorChoice.From(result.GetValue(globs) ?? [], project);
            chosen = Choose(chosen, "--provider", result.GetValue(provider), detector => detector.Provider);
            chosen = Choose(chosen, "--category", result.GetValue(category), detector => detector.Category);
            if (result.GetValue(ids)) DetectorListing.WriteIds(chosen, here);
            else DetectorListing.Write(chosen, result.GetValue(summary), result.GetValue(json), here);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static IReadOnlyList<Detector> Choose(IReadOnlyList<Detector> all, string option, string? word, Func<Detector, string> part)
    {
        if (word is null) return all;
        IReadOnlyList<Detector> chosen = [.. all.Where(detector => part(detector).Equals(word, StringComparison.OrdinalIgnoreCase))];
        if (chosen.Count > 0) return chosen;
        var hint = NearestName.Of(word, all.Select(part).Distinct()) is { } near ? $"did you mean '{near}'?" : "'stanch detectors list' shows what there is";
        throw new UsageException($"{option}: no detector here has '{word}'; {hint}");
    }

    private static Command Show(Invocation here)
    {
        var id = new Argument<string>("ID") { Description = "The detector's id." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("show", "How a secret is found, and the way out when it leaked.") { id, json };
        command.SetAction(result =>
        {
            var (detector, guide) = KnownDetector.Get(result.GetValue(id)!, here);
            if (result.GetValue(json))
            {
                DetectorJson.Write(detector, guide, here.Terminal.Output);
                return (int)ExitCode.Clean;
            }

            using var output = here.Terminal.OutputText();
            DetectorPage.Write(output, detector);
            GuideFormats.All[0].Write(GuideDocument.Of(new GuideRequest(detector, guide) { Languages = [SnippetLanguage.All[0]] }), output, here.Terminal.Width);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static Command Quality(Invocation here)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("quality", "What was measured: how often each detector was right, on labelled sets.") { json };
        command.SetAction(result =>
        {
            QualityPage.Write(BuiltInCatalogue.Quality, result.GetValue(json), here);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static Command Test(Invocation here)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "A file of detectors in the catalogue's format, or a .stanch.yaml with some." };
        var command = new Command("test", "Check a file of detectors: its form, its examples, the worst case of its patterns.") { files };
        command.SetAction(result => (int)DetectorTest.Run(result.GetValue(files)!, here));
        return command;
    }
}
