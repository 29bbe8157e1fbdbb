using Stanch.Cli.Doctor.Checks;

namespace Stanch.Cli.Doctor;

/// <summary>Every check. A test fails for one that is missing here.</summary>
internal static class HealthChecks
{
    private static readonly IHealthCheck s_git = new GitCheck();
    private static readonly IReadOnlyList<IHealthCheck> s_hooks = [new HooksCheck(), new AgentsCheck()];

    public static IReadOnlyList<IHealthCheck> All { get; } =
    [
        new ProgramCheck(), s_git, new RepositoryCheck(), .. s_hooks, new ConfigurationCheck(), new IgnoresCheck(), new BaselineCheck(), new CacheCheck(), new BuildCheck(), new NetworkCheck(),
    ];

    /// <summary>Those that say whether hooks do their work.</summary>
    public static IReadOnlyList<IHealthCheck> OfHooks { get; } = [s_git, .. s_hooks];
}
