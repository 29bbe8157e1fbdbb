namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// Forgejo Actions: https://forgejo.org/docs/latest/user/actions/reference/. The variables and events are those of GitHub Actions; annotations are not
/// shown, so there are none.
/// </summary>
internal sealed class ForgejoActions : ICiSystem
{
    public string Id => "forgejo-actions";

    public string Name => "Forgejo Actions";

    public string FullClone => "in the workflow's checkout step: 'with: { fetch-depth: 0 }'";

    public IReadOnlyList<string> Covers => ["gitea-actions", "github-actions"];

    public IReadOnlyList<LogCommand> LogCommands => [new("##["), new("::", AtLineStart: true)];

    public bool IsHere(CiVariables variables) => variables.IsTrue("FORGEJO_ACTIONS");

    public CiBuild Read(CiVariables variables) => new GitHubEvent(variables).Read();
}
