namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// Buildkite: https://buildkite.com/docs/pipelines/configure/environment-variables; annotations:
/// https://buildkite.com/docs/agent/cli/reference/annotate. It does not tell what was there before a push.
/// </summary>
internal sealed class Buildkite : ICiSystem
{
    private const string None = "false";

    public string Id => "buildkite";

    public string Name => "Buildkite";

    public string FullClone => "in the agent's configuration: take '--depth' out of BUILDKITE_GIT_CLONE_FLAGS and BUILDKITE_GIT_FETCH_FLAGS";

    public bool IsHere(CiVariables variables) => variables.IsTrue("BUILDKITE");

    public CiBuild Read(CiVariables variables)
    {
        var number = variables["BUILDKITE_PULL_REQUEST"] is { } given and not None ? given : null;
        return new CiBuild(EventOf(variables, number))
        {
            Heads = variables.Commit("BUILDKITE_COMMIT") is { } commit ? [commit] : [],
            Base = variables.Commit("BUILDKITE_MERGE_QUEUE_BASE_COMMIT"),
            Target = variables["BUILDKITE_MERGE_QUEUE_BASE_BRANCH"] ?? (number is null ? null : variables["BUILDKITE_PULL_REQUEST_BASE_BRANCH"]),
            Branch = variables["BUILDKITE_BRANCH"],
            Tag = variables["BUILDKITE_TAG"],
            DefaultBranch = variables["BUILDKITE_PIPELINE_DEFAULT_BRANCH"],
            Number = number,
        };
    }

    public IReadOnlyList<NativeReport> Reports(CiVariables variables) =>
        [new NativeReport.Program("markdown", "buildkite-agent", ["annotate", "--context", "stanch", "--style", "warning"])];

    private static BuildEvent EventOf(CiVariables variables, string? number) =>
        variables.Has("BUILDKITE_MERGE_QUEUE_BASE_BRANCH") ? BuildEvent.MergeQueue
        : number is not null ? BuildEvent.PullRequest
        : variables.Has("BUILDKITE_TAG") ? BuildEvent.Tag
        : variables["BUILDKITE_SOURCE"] switch
        {
            "schedule" => BuildEvent.Schedule,
            "ui" or "api" or "trigger_job" => BuildEvent.Manual,
            _ => BuildEvent.Push,
        };
}
