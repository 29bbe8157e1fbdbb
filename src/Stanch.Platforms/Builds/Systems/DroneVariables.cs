namespace Stanch.Platforms.Builds.Systems;

/// <summary>The variables of Drone, which Harness sets too.</summary>
internal static class DroneVariables
{
    public static CiBuild Read(CiVariables variables)
    {
        var kind = EventOf(variables);
        var before = variables.Commit("DRONE_COMMIT_BEFORE");
        return new CiBuild(kind)
        {
            Heads = [.. new[] { variables.Commit("DRONE_COMMIT_SHA"), variables.Commit("DRONE_COMMIT_AFTER") }.OfType<string>().Distinct()],
            Before = kind == BuildEvent.Push ? before : null,
            Base = kind == BuildEvent.PullRequest ? before : null,
            Target = kind == BuildEvent.PullRequest ? variables["DRONE_TARGET_BRANCH"] ?? variables["DRONE_BRANCH"] : null,
            Branch = kind == BuildEvent.PullRequest ? variables["DRONE_SOURCE_BRANCH"] : variables["DRONE_BRANCH"],
            Tag = kind == BuildEvent.Tag ? variables["DRONE_TAG"] : null,
            DefaultBranch = variables["DRONE_REPO_BRANCH"],
            Number = variables["DRONE_PULL_REQUEST"],
        };
    }

    private static BuildEvent EventOf(CiVariables variables) => variables["DRONE_BUILD_EVENT"] switch
    {
        "pull_request" => BuildEvent.PullRequest,
        "tag" => BuildEvent.Tag,
        "cron" => BuildEvent.Schedule,
        "push" => BuildEvent.Push,
        null when variables.Has("DRONE_PULL_REQUEST") => BuildEvent.PullRequest,
        null when variables.Has("DRONE_TAG") => BuildEvent.Tag,
        null when variables.Has("DRONE_COMMIT_BEFORE") => BuildEvent.Push,
        _ => BuildEvent.Manual,
    };
}
