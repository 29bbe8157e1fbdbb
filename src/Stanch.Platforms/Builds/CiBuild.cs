namespace Stanch.Platforms.Builds;

/// <summary>What a CI system says of the build that runs; nothing of it is checked against the repository yet.</summary>
public sealed record CiBuild(BuildEvent Event)
{
    /// <summary>The commits that it may mean to have checked out; of a pull request the merge and the request's own head.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>Where the branch stood before this push; zeros for a new branch, null where the system does not tell.</summary>
    public string? Before { get; init; }

    /// <summary>The commit that a pull request is compared with, where the system tells.</summary>
    public string? Base { get; init; }

    /// <summary>The branch that a pull request or queue leads to; null where the system does not tell.</summary>
    public string? Target { get; init; }

    /// <summary>The branch that is built; null for a tag.</summary>
    public string? Branch { get; init; }

    public string? Tag { get; init; }

    /// <summary>The branch that the others start from; null where the system does not tell.</summary>
    public string? DefaultBranch { get; init; }

    /// <summary>The pull request as people call it.</summary>
    public string? Number { get; init; }

    /// <summary>True where commits are brought to a branch that has others.</summary>
    public bool IsRequest => Event is BuildEvent.PullRequest or BuildEvent.MergeQueue;
}
