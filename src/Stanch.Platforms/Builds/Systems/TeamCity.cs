namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// TeamCity: https://www.jetbrains.com/help/teamcity/predefined-build-parameters.html. Most of what it knows stands in files that
/// TEAMCITY_BUILD_PROPERTIES_FILE leads to; service messages: https://www.jetbrains.com/help/teamcity/service-messages.html. It does not tell what was
/// there before a push.
/// </summary>
internal sealed class TeamCity : ICiSystem
{
    private const string Pull = "teamcity.pullRequest.";

    public string Id => "teamcity";

    public string Name => "TeamCity";

    public string FullClone => "in the build's parameters: 'teamcity.git.shallowClone=false'";

    public IReadOnlyList<LogCommand> LogCommands => [new("##teamcity[")];

    public bool IsHere(CiVariables variables) => variables.Has("TEAMCITY_VERSION");

    public CiBuild Read(CiVariables variables)
    {
        var parameters = Properties.Read(variables["TEAMCITY_BUILD_PROPERTIES_FILE"]);
        if (parameters.TryGetValue("teamcity.configuration.properties.file", out var further)) parameters = Properties.Read(further, parameters);
        var branch = parameters.GetValueOrDefault("vcsroot.branch") is { } root && parameters.GetValueOrDefault("teamcity.build.branch") is "<default>" ? root : parameters.GetValueOrDefault("teamcity.build.branch");
        var number = parameters.GetValueOrDefault(Pull + "number");
        return new CiBuild(number is not null ? BuildEvent.PullRequest : EventOf(parameters.GetValueOrDefault("teamcity.build.triggeredBy")))
        {
            Heads = variables.Commit("BUILD_VCS_NUMBER") is { } commit ? [commit] : [],
            Target = CiVariables.ShortBranch(parameters.GetValueOrDefault(Pull + "target.branch")),
            Branch = CiVariables.ShortBranch(branch),
            DefaultBranch = CiVariables.ShortBranch(parameters.GetValueOrDefault("vcsroot.branch")),
            Number = number,
        };
    }

    public IReadOnlyList<NativeReport> Reports(CiVariables variables) => [new NativeReport.Log("teamcity")];

    private static BuildEvent EventOf(string? by) => by switch
    {
        null => BuildEvent.Push,
        _ when by.StartsWith("Schedule", StringComparison.OrdinalIgnoreCase) => BuildEvent.Schedule,
        _ => BuildEvent.Push,
    };
}
