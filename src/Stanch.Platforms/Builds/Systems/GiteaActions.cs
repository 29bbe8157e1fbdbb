namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// Gitea Actions: https://docs.gitea.com/usage/actions/comparison. The variables and events are those of GitHub Actions; annotations are not shown, so
/// there are none.
/// </summary>
internal sealed class GiteaActions : ICiSystem
{
    public string Id => "gitea-actions";

    public string Name => "Gitea Actions";

    public string FullClone => "in the workflow's checkout step: 'with: { fetch-depth: 0 }'";

    public IReadOnlyList<string> Covers => ["github-actions"];

    public IReadOnlyList<LogCommand> LogCommands => [new("##["), new("::", AtLineStart: true)];

    public bool IsHere(CiVariables variables) => variables.IsTrue("GITEA_ACTIONS");

    public CiBuild Read(CiVariables variables) => new GitHubEvent(variables).Read();
}
