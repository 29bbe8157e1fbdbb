namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// Jenkins: https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables, the Git plugin's (https://plugins.jenkins.io/git/) and
/// those of multibranch projects. What a push comes after is the last build that succeeded, so that a failed one is scanned again.
/// </summary>
internal sealed class Jenkins : ICiSystem
{
    private const string Remote = "origin/";

    public string Id => "jenkins";

    public string Name => "Jenkins";

    public string FullClone => "in the job's Git behaviours: take 'Shallow clone' away ('CloneOption' with 'shallow: false')";

    public bool IsHere(CiVariables variables) => variables.Has("JENKINS_URL") || variables.Has("JENKINS_HOME");

    public CiBuild Read(CiVariables variables)
    {
        var branch = variables["CHANGE_BRANCH"] ?? variables["BRANCH_NAME"] ?? variables["GIT_BRANCH"];
        var kind = variables.Has("CHANGE_ID") || variables.Has("CHANGE_TARGET") ? BuildEvent.PullRequest : variables.Has("TAG_NAME") ? BuildEvent.Tag : EventOf(variables["BUILD_CAUSE"]);
        return new CiBuild(kind)
        {
            Heads = variables.Commit("GIT_COMMIT") is { } commit ? [commit] : [],
            Before = kind == BuildEvent.Push ? variables.Commit("GIT_PREVIOUS_SUCCESSFUL_COMMIT") ?? variables.Commit("GIT_PREVIOUS_COMMIT") : null,
            Target = variables["CHANGE_TARGET"],
            Branch = branch is not null && branch.StartsWith(Remote, StringComparison.Ordinal) ? branch[Remote.Length..] : branch,
            Tag = variables["TAG_NAME"],
            DefaultBranch = variables.IsTrue("BRANCH_IS_PRIMARY") ? variables["BRANCH_NAME"] : null,
            Number = variables["CHANGE_ID"],
        };
    }

    private static BuildEvent EventOf(string? cause) => cause switch
    {
        "TIMERTRIGGER" => BuildEvent.Schedule,
        "MANUALTRIGGER" => BuildEvent.Manual,
        _ => BuildEvent.Push,
    };
}
