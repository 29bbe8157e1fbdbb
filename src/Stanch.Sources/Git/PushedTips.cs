namespace Stanch.Sources.Git;

/// <summary>
/// What a push carries, as git tells its hooks: see https://git-scm.com/docs/githooks#_pre_push and
/// https://git-scm.com/docs/githooks#pre-receive. Ids are hexadecimal digits; a deletion brings nothing and is left out.
/// </summary>
/// <param name="Tips">The new ids of all refs: commits, tags, or whatever else a ref may name.</param>
public sealed record PushedTips(IReadOnlyList<string> Tips)
{
    /// <summary>What the refs of the other side named until now; those that are not here are passed over.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>The remote that is pushed to: what its tracking branches reach is there already. Null for none.</summary>
    public string? Remote { get; init; }

    /// <summary>True on the receiving side: what any ref of the repository reaches is there already.</summary>
    public bool IsReceiving { get; init; }
}
