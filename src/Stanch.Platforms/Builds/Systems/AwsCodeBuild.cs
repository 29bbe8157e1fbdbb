namespace Stanch.Platforms.Builds.Systems;

/// <summary>AWS CodeBuild: https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html. Without a webhook it tells the commit only.</summary>
internal sealed class AwsCodeBuild : ICiSystem
{
    private const string Tags = "refs/tags/";

    public string Id => "aws-codebuild";

    public string Name => "AWS CodeBuild";

    public string FullClone => "in the project's source: Git clone depth 'Full' (gitCloneDepth: 0)";

    public bool IsHere(CiVariables variables) => variables.Has("CODEBUILD_BUILD_ID");

    public CiBuild Read(CiVariables variables)
    {
        var head = variables["CODEBUILD_WEBHOOK_HEAD_REF"];
        var kind = EventOf(variables["CODEBUILD_WEBHOOK_EVENT"], head);
        return new CiBuild(kind)
        {
            Heads = variables.Commit("CODEBUILD_RESOLVED_SOURCE_VERSION") is { } commit ? [commit] : [],
            Before = kind == BuildEvent.Push ? variables.Commit("CODEBUILD_WEBHOOK_PREV_COMMIT") : null,
            Target = kind == BuildEvent.PullRequest ? variables.Branch("CODEBUILD_WEBHOOK_BASE_REF") : null,
            Branch = kind == BuildEvent.Tag ? null : CiVariables.ShortBranch(head),
            Tag = kind == BuildEvent.Tag ? head![Tags.Length..] : null,
            Number = variables["CODEBUILD_WEBHOOK_TRIGGER"] is { } trigger && trigger.StartsWith("pr/", StringComparison.Ordinal) ? trigger[3..] : null,
        };
    }

    private static BuildEvent EventOf(string? webhook, string? head) => webhook switch
    {
        null => BuildEvent.Manual,
        _ when webhook.StartsWith("PULL_REQUEST", StringComparison.Ordinal) => BuildEvent.PullRequest,
        _ when head is not null && head.StartsWith(Tags, StringComparison.Ordinal) => BuildEvent.Tag,
        _ => BuildEvent.Push,
    };
}
