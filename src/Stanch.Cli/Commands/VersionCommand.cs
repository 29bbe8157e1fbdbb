using System.CommandLine;
using System.CommandLine.Invocation;
using Stanch.Catalogue;
using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch version</c> and <c>stanch --version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create(Invocation here)
    {
        var command = new Command("version", "The version, and what it looks for.");
        command.SetAction(_ => Write(here));
        return command;
    }

    /// <summary>Tells the version; it makes no detector for that.</summary>
    public static int Write(Invocation here)
    {
        using var output = here.Terminal.OutputText();
        output.WriteLine($"stanch {ProgramVersion.Text} (catalogue {BuiltInCatalogue.Hash}, {BuiltInCatalogue.DetectorCount} detectors)");
        return 0;
    }

    internal sealed class VersionAction(Invocation here) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult) => Write(here);
    }
}
