using Stanch.Cli.CommandLine;
using Stanch.Platforms.Builds;
using Stanch.Sources.Git;

namespace Stanch.Cli.Builds;

/// <summary>What was found out about the build that runs, before anything is scanned.</summary>
internal sealed record CiPlan(GitRepository Repository, ICiSystem? System, CiVariables Variables, CiBuild Build, BuildRange Range)
{
    /// <summary>The system as people call it.</summary>
    public string SystemName => System?.Name ?? "no CI system";

    /// <summary>Texts that must not stand in quoted content.</summary>
    public IReadOnlyList<LogCommand> LogCommands => System?.LogCommands ?? [];

    /// <exception cref="BuildException">What the build brings cannot be made out.</exception>
    public static CiPlan Make(CiSettings settings, Invocation here)
    {
        var variables = new CiVariables(here.Variable);
        var isNamed = settings.Range.From is not null || settings.Range.Target is not null;
        var system = settings.System is null && isNamed && !CiSystems.All.Any(known => known.IsHere(variables)) ? null : CiSystems.Recognise(variables, settings.System);
        var repository = GitRepository.TryDiscover(here.WorkingDirectory) ?? throw new UsageException("'stanch ci' scans commits, and this folder lies in no git repository: check out the repository first, or scan the files with 'stanch scan'");
        var build = system is null ? new CiBuild(settings.Range.Target is null ? BuildEvent.Push : BuildEvent.PullRequest) : BuildReader.Read(system, variables);
        var options = system is null ? settings.Range : settings.Range with { FullClone = system.FullClone };
        return new CiPlan(repository, system, variables, build, new RangeFinder(repository, build, options).Find());
    }
}
