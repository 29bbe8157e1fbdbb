namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// CircleCI: https://circleci.com/docs/reference/variables/. It tells neither the branch of a pull request's destination nor what was there before a
/// push; <c>pipeline.git.base_revision</c> does, which the orb in <c>integrations/</c> hands on as <c>STANCH_CI_BEFORE</c>.
/// </summary>
internal sealed class CircleCi : ICiSystem
{
    public string Id => "circleci";

    public string Name => "CircleCI";

    public string FullClone => "in .circleci/config.yml: the checkout step with 'method: full'";

    public bool IsHere(CiVariables variables) => variables.IsTrue("CIRCLECI");

    public CiBuild Read(CiVariables variables)
    {
        var request = variables["CIRCLE_PULL_REQUEST"];
        return new CiBuild(request is not null ? BuildEvent.PullRequest : variables.Has("CIRCLE_TAG") ? BuildEvent.Tag : BuildEvent.Push)
        {
            Heads = variables.Commit("CIRCLE_SHA1") is { } commit ? [commit] : [],
            Branch = variables["CIRCLE_BRANCH"],
            Tag = variables["CIRCLE_TAG"],
            Number = request?[(request.LastIndexOf('/') + 1)..],
        };
    }
}
