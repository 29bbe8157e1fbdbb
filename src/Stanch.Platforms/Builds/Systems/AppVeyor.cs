namespace Stanch.Platforms.Builds.Systems;

/// <summary>AppVeyor: https://www.appveyor.com/docs/environment-variables/. It does not tell what was there before a push.</summary>
internal sealed class AppVeyor : ICiSystem
{
    public string Id => "appveyor";

    public string Name => "AppVeyor";

    public string FullClone => "in appveyor.yml: take 'clone_depth' and 'shallow_clone' away";

    public bool IsHere(CiVariables variables) => variables.IsTrue("APPVEYOR");

    public CiBuild Read(CiVariables variables) => new(EventOf(variables))
    {
        Heads = [.. new[] { variables.Commit("APPVEYOR_REPO_COMMIT"), variables.Commit("APPVEYOR_PULL_REQUEST_HEAD_COMMIT") }.OfType<string>()],
        Number = variables["APPVEYOR_PULL_REQUEST_NUMBER"],
        // Of a pull request this is the branch that it leads to.
        Target = variables.Has("APPVEYOR_PULL_REQUEST_NUMBER") ? variables["APPVEYOR_REPO_BRANCH"] : null,
        Branch = variables["APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH"] ?? variables["APPVEYOR_REPO_BRANCH"],
        Tag = variables["APPVEYOR_REPO_TAG_NAME"],
    };

    private static BuildEvent EventOf(CiVariables variables) =>
        variables.Has("APPVEYOR_PULL_REQUEST_NUMBER") ? BuildEvent.PullRequest
        : variables.IsTrue("APPVEYOR_REPO_TAG") ? BuildEvent.Tag
        : variables.IsTrue("APPVEYOR_SCHEDULED_BUILD") ? BuildEvent.Schedule
        : variables.IsTrue("APPVEYOR_FORCED_BUILD") ? BuildEvent.Manual
        : BuildEvent.Push;
}
