namespace Stanch.Platforms.Builds.Systems;

/// <summary>Codefresh: https://codefresh.io/docs/docs/pipelines/variables/. It does not tell what was there before a push.</summary>
internal sealed class Codefresh : ICiSystem
{
    public string Id => "codefresh";

    public string Name => "Codefresh";

    public string FullClone => "in the git-clone step: take 'depth' away";

    public bool IsHere(CiVariables variables) => variables.Has("CF_BUILD_ID") && variables.Has("CF_BUILD_URL");

    public CiBuild Read(CiVariables variables) => new(EventOf(variables))
    {
        Heads = variables.Commit("CF_REVISION") is { } commit ? [commit] : [],
        Target = variables["CF_PULL_REQUEST_TARGET"],
        Branch = variables["CF_BRANCH"],
        Tag = variables["CF_RELEASE_TAG"],
        Number = variables["CF_PULL_REQUEST_NUMBER"],
    };

    private static BuildEvent EventOf(CiVariables variables) =>
        variables.Has("CF_PULL_REQUEST_NUMBER") ? BuildEvent.PullRequest : variables.Has("CF_RELEASE_TAG") ? BuildEvent.Tag : BuildEvent.Push;
}
