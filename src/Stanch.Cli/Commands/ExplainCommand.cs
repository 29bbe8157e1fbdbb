using System.CommandLine;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Explaining;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch explain FILE:LINE</c>: why something was found there, or was not.</summary>
internal static class ExplainCommand
{
    public static Command Create(Invocation here)
    {
        var place = new Argument<string>("FILE:LINE") { Description = "The place, as reports print it." };
        var detector = new Option<string>("--detector") { HelpName = "ID", Description = "Only what this detector made of it." };
        var command = new Command("explain", "Why something was found at a place, or was not.") { place, detector };
        command.SetAction(result =>
        {
            var text = result.GetValue(place)!;
            var at = PlaceArgument.TryParse(text) ?? throw new UsageException($"'{text}' is no place: write it as FILE:LINE, such as deploy/run.sh:12");
            return (int)LineExplanation.Write(at, result.GetValue(detector), here);
        });
        return command;
    }
}
