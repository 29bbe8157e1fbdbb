namespace Stanch.Platforms.Builds;

/// <summary>Why a build runs.</summary>
public enum BuildEvent
{
    /// <summary>Commits came to a branch.</summary>
    Push,

    /// <summary>Commits ask to come to a branch: a pull request, a merge request, a change.</summary>
    PullRequest,

    /// <summary>A merge queue or train tries what would come to a branch.</summary>
    MergeQueue,

    /// <summary>A tag was made.</summary>
    Tag,

    /// <summary>The clock: nothing came.</summary>
    Schedule,

    /// <summary>A person or a program asked for it: nothing came.</summary>
    Manual,
}
