namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// Google Cloud Build: https://cloud.google.com/build/docs/configuring-builds/substitute-variable-values. Its substitutions are variables only with
/// <c>options: { automapSubstitutions: true }</c>. It does not tell what was there before a push.
/// </summary>
internal sealed class GoogleCloudBuild : ICiSystem
{
    public string Id => "google-cloud-build";

    public string Name => "Google Cloud Build";

    public string FullClone => "in cloudbuild.yaml, as the first step: 'git fetch --unshallow'";

    public bool IsHere(CiVariables variables) => variables.Has("PROJECT_ID") && variables.Has("BUILD_ID") && (variables.Has("PROJECT_NUMBER") || variables.Has("TRIGGER_NAME"));

    public CiBuild Read(CiVariables variables) => new(EventOf(variables))
    {
        Heads = (variables.Commit("COMMIT_SHA") ?? variables.Commit("REVISION_ID")) is { } commit ? [commit] : [],
        Target = variables["_BASE_BRANCH"],
        Branch = variables["BRANCH_NAME"],
        Tag = variables["TAG_NAME"],
        Number = variables["_PR_NUMBER"],
    };

    private static BuildEvent EventOf(CiVariables variables) =>
        variables.Has("_PR_NUMBER") ? BuildEvent.PullRequest
        : variables.Has("TAG_NAME") ? BuildEvent.Tag
        : variables.Has("BRANCH_NAME") ? BuildEvent.Push
        : BuildEvent.Manual;
}
