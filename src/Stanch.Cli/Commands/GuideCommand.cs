using System.CommandLine;
using Stanch.Cli.Detectors;
using Stanch.Policy;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch guide ID</c>: the way out of one kind of leaked secret.</summary>
internal static class GuideCommand
{
    public static Command Create(Invocation here)
    {
        var id = new Argument<string>("ID") { Description = "The detector's id, as reports name it." };
        var command = new Command("guide", "It leaked! What should I do?") { id };
        command.SetAction(result =>
        {
            var (detector, guide) = KnownDetector.Get(result.GetValue(id)!, here);
            using var output = here.Terminal.OutputText();
            new GuidePage(output, here.Terminal.Width).Write(detector, guide);
            return (int)ExitCode.Clean;
        });
        return command;
    }
}
