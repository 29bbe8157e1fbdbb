namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// GitLab CI/CD: https://docs.gitlab.com/ci/variables/predefined_variables/. Its report is looked for where the job's artifacts:reports:secret_detection
/// says, by custom under this name: https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportssecret_detection.
/// </summary>
internal sealed class GitLab : ICiSystem
{
    public string Id => "gitlab";

    public string Name => "GitLab CI/CD";

    public string FullClone => "in .gitlab-ci.yml, in the job: 'variables: { GIT_DEPTH: \"0\" }'";

    public bool IsHere(CiVariables variables) => variables.IsTrue("GITLAB_CI");

    public CiBuild Read(CiVariables variables)
    {
        var kind = EventOf(variables);
        var target = variables["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] ?? variables["CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME"];
        if (kind == BuildEvent.PullRequest && target is null)
            throw new BuildException("CI_PIPELINE_SOURCE says that this is a merge request, but CI_MERGE_REQUEST_TARGET_BRANCH_NAME is not set: name the branch that it leads to with --target");
        return new CiBuild(kind)
        {
            Heads = [.. new[] { variables.Commit("CI_COMMIT_SHA"), variables.Commit("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") }.OfType<string>().Distinct()],
            Before = kind == BuildEvent.Push ? variables.Commit("CI_COMMIT_BEFORE_SHA") : null,
            Base = variables.Commit("CI_MERGE_REQUEST_TARGET_BRANCH_SHA") ?? variables.Commit("CI_MERGE_REQUEST_DIFF_BASE_SHA") ?? variables.Commit("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA"),
            Target = target,
            Branch = variables["CI_COMMIT_BRANCH"] ?? variables["CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"],
            Tag = variables["CI_COMMIT_TAG"],
            DefaultBranch = variables["CI_DEFAULT_BRANCH"],
            Number = variables["CI_MERGE_REQUEST_IID"] ?? variables["CI_EXTERNAL_PULL_REQUEST_IID"],
        };
    }

    public IReadOnlyList<NativeReport> Reports(CiVariables variables) => [new NativeReport.File("gitlab", Path.Combine(variables["CI_PROJECT_DIR"] ?? "", "gl-secret-detection-report.json"))];

    private static BuildEvent EventOf(CiVariables variables) => variables["CI_PIPELINE_SOURCE"] switch
    {
        "merge_request_event" when variables["CI_MERGE_REQUEST_EVENT_TYPE"] == "merge_train" => BuildEvent.MergeQueue,
        "merge_request_event" or "external_pull_request_event" => BuildEvent.PullRequest,
        _ when variables.Has("CI_MERGE_REQUEST_IID") => BuildEvent.PullRequest,
        _ when variables.Has("CI_COMMIT_TAG") => BuildEvent.Tag,
        "push" or null => BuildEvent.Push,
        "schedule" => BuildEvent.Schedule,
        _ => BuildEvent.Manual,
    };
}
