namespace Stanch.Platforms.Builds.Systems;

/// <summary>Semaphore: https://docs.semaphoreci.com/reference/env-vars. Of a pull request, SEMAPHORE_GIT_BRANCH is the branch that it leads to.</summary>
internal sealed class SemaphoreCi : ICiSystem
{
    public string Id => "semaphore";

    public string Name => "Semaphore";

    public string FullClone => "in the block's prologue: 'export SEMAPHORE_GIT_DEPTH=2147483647' before 'checkout', or 'git fetch --unshallow' after it";

    public bool IsHere(CiVariables variables) => variables.IsTrue("SEMAPHORE");

    public CiBuild Read(CiVariables variables)
    {
        var kind = EventOf(variables);
        var range = variables.Range("SEMAPHORE_GIT_COMMIT_RANGE");
        var isRequest = kind == BuildEvent.PullRequest;
        return new CiBuild(kind)
        {
            Heads = [.. new[] { variables.Commit("SEMAPHORE_GIT_SHA"), variables.Commit("SEMAPHORE_GIT_PR_SHA") }.OfType<string>().Distinct()],
            Before = kind == BuildEvent.Push ? range?.Before : null,
            Base = isRequest ? range?.Before : null,
            Target = isRequest ? variables["SEMAPHORE_GIT_BRANCH"] : null,
            Branch = isRequest ? variables["SEMAPHORE_GIT_PR_BRANCH"] : variables["SEMAPHORE_GIT_BRANCH"],
            Tag = kind == BuildEvent.Tag ? variables["SEMAPHORE_GIT_TAG_NAME"] : null,
            Number = variables["SEMAPHORE_GIT_PR_NUMBER"],
        };
    }

    private static BuildEvent EventOf(CiVariables variables) => variables["SEMAPHORE_GIT_REF_TYPE"] switch
    {
        "pull-request" => BuildEvent.PullRequest,
        "tag" => BuildEvent.Tag,
        _ when variables.IsTrue("SEMAPHORE_WORKFLOW_TRIGGERED_BY_SCHEDULE") => BuildEvent.Schedule,
        _ when variables.IsTrue("SEMAPHORE_WORKFLOW_TRIGGERED_BY_MANUAL_RUN") || variables.IsTrue("SEMAPHORE_WORKFLOW_TRIGGERED_BY_API") => BuildEvent.Manual,
        _ => BuildEvent.Push,
    };
}
