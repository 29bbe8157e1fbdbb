namespace Stanch.Platforms.Builds.Systems;

/// <summary>
/// Azure Pipelines: https://learn.microsoft.com/azure/devops/pipelines/build/variables; its log commands: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands.
/// It does not tell what was there before a push.
/// </summary>
internal sealed class AzurePipelines : ICiSystem
{
    private const string Tags = "refs/tags/";

    public string Id => "azure-pipelines";

    public string Name => "Azure Pipelines";

    public string FullClone => "in the job's checkout step: 'fetchDepth: 0'";

    public IReadOnlyList<LogCommand> LogCommands => [new("##vso["), new("##[")];

    public bool IsHere(CiVariables variables) => variables.IsTrue("TF_BUILD");

    public CiBuild Read(CiVariables variables)
    {
        var source = variables["BUILD_SOURCEBRANCH"];
        var isTag = source is not null && source.StartsWith(Tags, StringComparison.Ordinal);
        return new CiBuild(EventOf(variables, isTag))
        {
            Heads = [.. new[] { variables.Commit("BUILD_SOURCEVERSION"), variables.Commit("SYSTEM_PULLREQUEST_SOURCECOMMITID") }.OfType<string>()],
            Target = variables.Branch("SYSTEM_PULLREQUEST_TARGETBRANCH"),
            Branch = isTag ? null : variables.Branch("SYSTEM_PULLREQUEST_SOURCEBRANCH") ?? CiVariables.ShortBranch(source),
            Tag = isTag ? source![Tags.Length..] : null,
            Number = variables["SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"] ?? variables["SYSTEM_PULLREQUEST_PULLREQUESTID"],
        };
    }

    public IReadOnlyList<NativeReport> Reports(CiVariables variables) => [new NativeReport.Log("azure")];

    private static BuildEvent EventOf(CiVariables variables, bool isTag) => variables["BUILD_REASON"]?.ToUpperInvariant() switch
    {
        "PULLREQUEST" => BuildEvent.PullRequest,
        "SCHEDULE" => BuildEvent.Schedule,
        "INDIVIDUALCI" or "BATCHEDCI" => isTag ? BuildEvent.Tag : BuildEvent.Push,
        _ => variables.Has("SYSTEM_PULLREQUEST_TARGETBRANCH") ? BuildEvent.PullRequest : isTag ? BuildEvent.Tag : BuildEvent.Manual,
    };
}
