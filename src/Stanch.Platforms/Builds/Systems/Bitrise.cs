namespace Stanch.Platforms.Builds.Systems;

/// <summary>Bitrise: https://devcenter.bitrise.io/en/references/available-environment-variables.html. It does not tell what was there before a push.</summary>
internal sealed class Bitrise : ICiSystem
{
    public string Id => "bitrise";

    public string Name => "Bitrise";

    public string FullClone => "in the Git Clone step: 'clone_depth: \"-1\"'";

    public bool IsHere(CiVariables variables) => variables.IsTrue("BITRISE_IO");

    public CiBuild Read(CiVariables variables) => new(EventOf(variables))
    {
        Heads = [.. new[] { variables.Commit("GIT_CLONE_COMMIT_HASH"), variables.Commit("BITRISE_GIT_COMMIT") }.OfType<string>().Distinct()],
        Target = variables["BITRISEIO_GIT_BRANCH_DEST"],
        Branch = variables["BITRISE_GIT_BRANCH"],
        Tag = variables["BITRISE_GIT_TAG"],
        Number = variables["BITRISE_PULL_REQUEST"],
    };

    private static BuildEvent EventOf(CiVariables variables) =>
        variables.Has("BITRISE_PULL_REQUEST") ? BuildEvent.PullRequest
        : variables.Has("BITRISE_GIT_TAG") ? BuildEvent.Tag
        : variables.IsTrue("BITRISE_SCHEDULED_BUILD") ? BuildEvent.Schedule
        : BuildEvent.Push;
}
