namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// GitHub Actions: https://docs.github.com/actions/reference/workflows-and-actions/variables; the events in GITHUB_EVENT_PATH:
/// https://docs.github.com/webhooks/webhook-events-and-payloads.
/// </summary>
internal sealed class GitHubActions : ICiSystem
{
    public string Id => "github-actions";

    public string Name => "GitHub Actions";

    public string FullClone => "in the workflow's actions/checkout step: 'with: { fetch-depth: 0 }'";

    // Both can be what a workflow's runner runs in.
    public IReadOnlyList<string> Covers => ["aws-codebuild", "cirrus"];

    public IReadOnlyList<LogCommand> LogCommands => [new("##["), new("::", AtLineStart: true)];

    public bool IsHere(CiVariables variables) => variables.IsTrue("GITHUB_ACTIONS");

    public CiBuild Read(CiVariables variables) => new GitHubEvent(variables).Read();

    public IReadOnlyList<NativeReport> Reports(CiVariables variables) =>
        variables["GITHUB_STEP_SUMMARY"] is { } summary
            ? [new NativeReport.Log("github"), new NativeReport.File("markdown", summary, IsAppended: true)]
            : [new NativeReport.Log("github")];
}
