using Stanch.Detection;
using Stanch.Platforms.Builds.Systems;

namespace Stanch.Platforms.Builds;

/// <summary>Every CI system that is known. A test fails for one that is missing here.</summary>
public static class CiSystems
{
    public static IReadOnlyList<ICiSystem> All { get; } =
    [
        new AppVeyor(),
        new AwsCodeBuild(),
        new AzurePipelines(),
        new BitbucketPipelines(),
        new Bitrise(),
        new Buildkite(),
        new CircleCi(),
        new Cirrus(),
        new Codefresh(),
        new Drone(),
        new ForgejoActions(),
        new GitHubActions(),
        new GitLab(),
        new GiteaActions(),
        new GoogleCloudBuild(),
        new Harness(),
        new Jenkins(),
        new SemaphoreCi(),
        new TeamCity(),
        new Travis(),
        new Woodpecker(),
    ];

    /// <summary>The system that runs this build.</summary>
    /// <param name="named">What the user says that it is; null to find it out.</param>
    /// <exception cref="BuildException">None is recognised, or several are.</exception>
    public static ICiSystem Recognise(CiVariables variables, string? named)
    {
        if (named is not null) return Get(named);
        var here = All.Where(system => system.IsHere(variables)).ToList();
        var outermost = here.Where(system => !here.Exists(other => other.Covers.Contains(system.Id))).ToList();
        return outermost switch
        {
            [var one] => one,
            [] => throw new BuildException($"no CI system is recognised here{(variables.Has("CI") ? ", though CI is set" : "")}: name the commits yourself with --from COMMIT (and --target BRANCH for a pull request), or the system with --system NAME. Known: {Known}"),
            _ => throw new BuildException($"the variables of several CI systems are set ({string.Join(", ", outermost.Select(system => system.Name))}): say which one runs this build with --system {outermost[0].Id}, or unset the others'"),
        };
    }

    private static string Known => string.Join(", ", All.Select(system => system.Id));

    private static ICiSystem Get(string id) =>
        All.FirstOrDefault(system => system.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw new BuildException($"--system: no CI system is called '{id}'{(NearestName.Of(id, All.Select(system => system.Id)) is { } near ? $"; did you mean '{near}'?" : $". Known: {Known}")}");
}
