namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// Bitbucket Pipelines: https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/. It tells neither what was there before a push
/// nor why a build runs. Test reports are looked for in folders of known names:
/// https://support.atlassian.com/bitbucket-cloud/docs/test-reporting-in-pipelines/.
/// </summary>
internal sealed class BitbucketPipelines : ICiSystem
{
    public string Id => "bitbucket-pipelines";

    public string Name => "Bitbucket Pipelines";

    public string FullClone => "in bitbucket-pipelines.yml: 'clone: { depth: full }'";

    public bool IsHere(CiVariables variables) => variables.Has("BITBUCKET_BUILD_NUMBER") && variables.Has("BITBUCKET_COMMIT");

    public CiBuild Read(CiVariables variables) => new(EventOf(variables))
    {
        Heads = variables.Commit("BITBUCKET_COMMIT") is { } commit ? [commit] : [],
        Base = variables.Commit("BITBUCKET_PR_DESTINATION_COMMIT"),
        Target = variables["BITBUCKET_PR_DESTINATION_BRANCH"],
        Branch = variables["BITBUCKET_BRANCH"],
        Tag = variables["BITBUCKET_TAG"],
        Number = variables["BITBUCKET_PR_ID"],
    };

    public IReadOnlyList<NativeReport> Reports(CiVariables variables) => [new NativeReport.File("junit", Path.Combine(variables["BITBUCKET_CLONE_DIR"] ?? "", "test-results", "stanch.xml"))];

    private static BuildEvent EventOf(CiVariables variables) =>
        variables.Has("BITBUCKET_PR_ID") ? BuildEvent.PullRequest : variables.Has("BITBUCKET_TAG") ? BuildEvent.Tag : BuildEvent.Push;
}
