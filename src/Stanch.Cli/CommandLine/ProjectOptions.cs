using System.CommandLine;
using Stanch.Cli.Scanning;

namespace Stanch.Cli.CommandLine;

/// <summary>The options of verbs that scan a project in order to decide something about it.</summary>
internal sealed class ProjectOptions
{
    private readonly Option<string> _jobs = new("--jobs") { HelpName = "N", Description = "Threads that work; as many as there are processors by default." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Show no progress." };

    public ProjectOptions(Command command)
    {
        command.Options.Add(_jobs);
        command.Options.Add(_quiet);
    }

    public ScanSettings Read(ParseResult result) => new()
    {
        Source = ScanSources.Default,
        Jobs = result.GetValue(_jobs),
        Quiet = result.GetValue(_quiet),
    };
}
