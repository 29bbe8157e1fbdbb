using Stanch.Sources.Git;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>Whether there is a git that is new enough.</summary>
internal sealed class GitCheck : IHealthCheck
{
    public string Name => "git";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        if (InstalledGit.Find(here.WorkingDirectory) is not { } git)
            return [HealthLine.Problem("git was not found on PATH: histories, ranges of commits and hooks need it", $"install git {InstalledGit.Needed} or newer, or add its folder to PATH")];
        return [git switch
        {
            { Version: null } => HealthLine.Problem($"{git.Program} does not say its version as git does", $"put git {InstalledGit.Needed} or newer first on PATH"),
            { IsNewEnough: false } => HealthLine.Problem($"{git.Program} is git {git.Version}, which is too old", $"install git {InstalledGit.Needed} or newer"),
            _ => HealthLine.Ok($"git {git.Version}: {git.Program}"),
        }];
    }
}
