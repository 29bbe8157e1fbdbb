using System.Text.Json;

namespace Stanch.Platforms.Builds.Systems;

/// <summary>The event of a GitHub workflow run, and of systems that speak as GitHub does.</summary>
internal sealed class GitHubEvent(CiVariables variables)
{
    private const string Tags = "refs/tags/";

    private readonly JsonElement? _event = variables.Json("GITHUB_EVENT_PATH");

    private string? Ref => variables["GITHUB_REF"];

    public CiBuild Read() => variables["GITHUB_EVENT_NAME"] switch
    {
        "pull_request" or "pull_request_target" or "pull_request_review" or "pull_request_review_comment" => Request(),
        "merge_group" => Queue(),
        "schedule" => Nothing(BuildEvent.Schedule),
        "push" or "create" or "release" => Push(),
        null => throw new BuildException("GITHUB_EVENT_NAME is not set, so it cannot be known what this build brings: pass the environment of the step on, or name the commits with --from and --to"),
        _ => Nothing(BuildEvent.Manual),
    };

    private CiBuild Push()
    {
        var isTag = Ref is not null && Ref.StartsWith(Tags, StringComparison.Ordinal);
        var after = Id("after");
        var head = variables.Commit("GITHUB_SHA");
        if (after is not null && head is not null && !isTag && after.Trim('0').Length > 0 && after != head)
            throw new BuildException($"GITHUB_SHA is {head}, but the event in GITHUB_EVENT_PATH was a push of {after}: pass the environment of the step on as it is, or name the commits with --from and --to");
        return Nothing(isTag ? BuildEvent.Tag : BuildEvent.Push) with { Before = isTag ? null : Id("before") };
    }

    private CiBuild Request()
    {
        var target = variables["GITHUB_BASE_REF"] ?? Text("pull_request", "base", "ref");
        var told = Text("pull_request", "base", "ref");
        if (target is null) throw new BuildException("GITHUB_EVENT_NAME says that this is a pull request, but neither GITHUB_BASE_REF nor the event names its base branch: pass them on, or name it with --target");
        if (told is not null && told != target) throw new BuildException($"GITHUB_BASE_REF is '{target}', but the event's pull request leads to '{told}': pass the environment of the step on as it is, or name the branch with --target");
        var isTrusted = variables["GITHUB_EVENT_NAME"] == "pull_request_target";
        return Nothing(BuildEvent.PullRequest) with
        {
            // With pull_request_target GITHUB_SHA is the base, which brings nothing.
            Heads = [.. new[] { isTrusted ? null : variables.Commit("GITHUB_SHA"), Id("pull_request", "head", "sha") }.OfType<string>()],
            Base = Id("pull_request", "base", "sha"),
            Target = target,
            Branch = variables["GITHUB_HEAD_REF"] ?? Text("pull_request", "head", "ref"),
            Number = Text("pull_request", "number") ?? Text("number"),
        };
    }

    private CiBuild Queue() => Nothing(BuildEvent.MergeQueue) with
    {
        Base = Id("merge_group", "base_sha"),
        Target = CiVariables.ShortBranch(Text("merge_group", "base_ref")),
    };

    private CiBuild Nothing(BuildEvent kind) => new(kind)
    {
        Heads = variables.Commit("GITHUB_SHA") is { } head ? [head] : [],
        Branch = kind == BuildEvent.Tag ? null : variables.Branch("GITHUB_REF"),
        Tag = kind == BuildEvent.Tag ? Ref![Tags.Length..] : null,
        DefaultBranch = Text("repository", "default_branch"),
    };

    private string? Id(params ReadOnlySpan<string> path) => Text(path) is { } text && CiVariables.IsId(text) ? text : null;

    private string? Text(params ReadOnlySpan<string> path)
    {
        if (_event is not { } at) return null;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at)) return null;
        }
        return at.ValueKind switch
        {
            JsonValueKind.String => at.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => at.GetRawText(),
            _ => null,
        };
    }
}
