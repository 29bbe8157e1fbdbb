using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Guides;
using Stanch.Cli.Scanning;
using Stanch.Remediation.Guides;
using Stanch.Remediation.Snippets;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch guide ID</c>: the way out of one kind of leaked secret, or of one leak.</summary>
internal static class GuideCommand
{
    public static Command Create(Invocation here)
    {
        var formats = GuideFormats.All.Select(format => format.Name).ToArray();
        var languages = SnippetLanguage.All.Select(language => language.Id).ToArray();
        var id = new Argument<string?>("ID") { Description = "The detector's id, as reports name it.", Arity = ArgumentArity.ZeroOrOne };
        var finding = new Option<string?>("--finding") { HelpName = "FILE:LINE|FINGERPRINT", Description = "The leak at hand: its files, commits, key id and names are filled in." };
        var format = new Option<string>("--format") { HelpName = string.Join('|', formats), Description = $"How it is written: {formats[0]} by default.", DefaultValueFactory = _ => formats[0] };
        var language = new Option<string?>("--language") { HelpName = string.Join('|', languages), Description = "The only language of code; text shows that of the leaking file by default, the other formats all." };
        format.AcceptOnlyFromAmong(formats);
        language.AcceptOnlyFromAmong(languages);
        var command = new Command("guide", "It leaked! What should I do?") { id, finding, format, language };
        command.Subcommands.Add(Site(here));
        var options = new ProjectOptions(command);
        command.SetAction(result =>
        {
            using var stop = new Interruption();
            var settings = new GuideSettings(result.GetValue(id), result.GetValue(finding), result.GetValue(format)!, result.GetValue(language), options.Read(result));
            return (int)GuideWork.Run(settings, here, stop);
        });
        return command;
    }

    private static Command Site(Invocation here)
    {
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "The folder, made where it is missing.", Required = true };
        var command = new Command("site", "Write all guides as a static site: search, browsing, a page for each kind.") { folder };
        command.SetAction(result => (int)GuideWork.WriteSite(result.GetValue(folder)!, here));
        return command;
    }
}
