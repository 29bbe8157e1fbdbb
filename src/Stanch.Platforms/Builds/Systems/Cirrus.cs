namespace Stanch.Platforms.Builds.Systems;

/// <summary>Cirrus CI: https://cirrus-ci.org/guide/writing-tasks/#environment-variables. The last green change of the branch is what a push comes after.</summary>
internal sealed class Cirrus : ICiSystem
{
    public string Id => "cirrus";

    public string Name => "Cirrus CI";

    public string FullClone => "in .cirrus.yml: take CIRRUS_CLONE_DEPTH away";

    public bool IsHere(CiVariables variables) => variables.Has("CIRRUS_CI");

    public CiBuild Read(CiVariables variables) => new(EventOf(variables))
    {
        Heads = variables.Commit("CIRRUS_CHANGE_IN_REPO") is { } commit ? [commit] : [],
        Before = variables.Has("CIRRUS_PR") || variables.Has("CIRRUS_TAG") ? null : variables.Commit("CIRRUS_LAST_GREEN_CHANGE"),
        Base = variables.Has("CIRRUS_PR") ? variables.Commit("CIRRUS_BASE_SHA") : null,
        Target = variables.Has("CIRRUS_PR") ? variables["CIRRUS_BASE_BRANCH"] : null,
        Branch = variables["CIRRUS_BRANCH"],
        Tag = variables["CIRRUS_TAG"],
        DefaultBranch = variables["CIRRUS_DEFAULT_BRANCH"],
        Number = variables["CIRRUS_PR"],
    };

    private static BuildEvent EventOf(CiVariables variables) =>
        variables.Has("CIRRUS_PR") ? BuildEvent.PullRequest
        : variables.Has("CIRRUS_TAG") ? BuildEvent.Tag
        : variables.Has("CIRRUS_CRON") ? BuildEvent.Schedule
        : BuildEvent.Push;
}
