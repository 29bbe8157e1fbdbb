using System.CommandLine;
using Stanch.Cli.Builds;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Platforms.Builds;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch ci</c>: scans exactly what the build that runs brings, whichever CI system runs it.</summary>
internal static class CiCommand
{
    public static Command Create(Invocation here)
    {
        var explain = new Option<bool>("--explain") { Description = "Say what was found out and what would be scanned, and scan nothing." };
        var deepen = new Option<bool>("--deepen") { Description = "Fetch what a shallow clone left out." };
        var from = Named("--from", "COMMIT", "Scan what came after this commit.");
        var to = Named("--to", "COMMIT", "Scan up to this commit instead of what is checked out.");
        var target = Named("--target", "BRANCH", "The branch that this pull request leads to.");
        var policyFrom = Named("--policy-from", "COMMIT", "Obey the decisions of this commit instead of those of the one before.");
        var trustChange = new Option<bool>("--trust-change") { Description = "Obey the configuration, baseline and ignores that the change brings, too." };
        var system = Named("--system", "SYSTEM", $"The CI system, where it is not recognised: {string.Join(", ", CiSystems.All.Select(known => known.Id))}.");
        var remote = Named("--remote", "NAME", "The remote that was cloned; origin by default.");
        var plain = new Option<bool>("--plain") { Description = "No annotations, and no report where the CI system looks for one." };
        var scan = new ScanOptions();
        var command = new Command("ci", "Scan exactly what this build brings: finds out which CI system runs it, and which commits came.")
        {
            explain, deepen, from, to, target, policyFrom, trustChange, system, remote, plain,
        };
        foreach (var option in scan.All) command.Options.Add(option);
        command.SetAction(result =>
        {
            using var stop = new Interruption();
            var range = new RangeOptions
            {
                From = result.GetValue(from),
                To = result.GetValue(to),
                Target = result.GetValue(target),
                PolicyFrom = result.GetValue(policyFrom),
                Remote = result.GetValue(remote) ?? "origin",
                MayFetch = result.GetValue(deepen),
            };
            var settings = new CiSettings(scan.Read(result, ScanSources.History), range)
            {
                System = result.GetValue(system),
                Explain = result.GetValue(explain),
                TrustChange = result.GetValue(trustChange),
                IsPlain = result.GetValue(plain),
            };
            return (int)CiRun.Run(settings, here, stop);
        });
        return command;
    }

    private static Option<string?> Named(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
