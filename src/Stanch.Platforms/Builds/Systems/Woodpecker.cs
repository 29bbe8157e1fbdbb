namespace Stanch.Platforms.Builds.Systems;

/// <summary>Woodpecker: https://woodpecker-ci.org/docs/usage/environment. What a push comes after is the commit of the pipeline before.</summary>
internal sealed class Woodpecker : ICiSystem
{
    public string Id => "woodpecker";

    public string Name => "Woodpecker";

    public string FullClone => "in the workflow: 'clone: { git: { settings: { depth: 0, partial: false } } }'";

    // Its first releases set Drone's variables too.
    public IReadOnlyList<string> Covers => ["drone"];

    public bool IsHere(CiVariables variables) => variables["CI"] == "woodpecker" || variables["CI_SYSTEM_NAME"] == "woodpecker";

    public CiBuild Read(CiVariables variables)
    {
        var kind = EventOf(variables);
        var isRequest = kind == BuildEvent.PullRequest;
        if (isRequest && !variables.Has("CI_COMMIT_TARGET_BRANCH") && !variables.Has("CI_COMMIT_BRANCH"))
            throw new BuildException("CI_PIPELINE_EVENT says that this is a pull request, but CI_COMMIT_TARGET_BRANCH is not set: name the branch that it leads to with --target");
        return new CiBuild(kind)
        {
            Heads = variables.Commit("CI_COMMIT_SHA") is { } commit ? [commit] : [],
            Before = kind == BuildEvent.Push ? variables.Commit("CI_PREV_COMMIT_SHA") : null,
            Target = isRequest ? variables["CI_COMMIT_TARGET_BRANCH"] ?? variables["CI_COMMIT_BRANCH"] : null,
            Branch = isRequest ? variables["CI_COMMIT_SOURCE_BRANCH"] : variables["CI_COMMIT_BRANCH"],
            Tag = variables["CI_COMMIT_TAG"],
            DefaultBranch = variables["CI_REPO_DEFAULT_BRANCH"],
            Number = variables["CI_COMMIT_PULL_REQUEST"],
        };
    }

    private static BuildEvent EventOf(CiVariables variables) => variables["CI_PIPELINE_EVENT"] switch
    {
        "pull_request" or "pull_request_closed" or "pull_request_metadata" => BuildEvent.PullRequest,
        "tag" or "release" => BuildEvent.Tag,
        "cron" => BuildEvent.Schedule,
        "push" or null => BuildEvent.Push,
        _ => BuildEvent.Manual,
    };
}
