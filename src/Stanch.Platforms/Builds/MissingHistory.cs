using Stanch.Sources.Git;

namespace Stanch.Platforms.Builds;

/// <summary>Brings commits that a shallow or narrow clone left out, where that is allowed, and says what to do where it is not.</summary>
internal sealed class MissingHistory(GitRepository repository, RangeOptions options)
{
    private readonly RemoteFetch _remote = new(repository, options.Remote);
    private string? _failure;

    /// <summary>True where a branch was fetched.</summary>
    public bool Branch(string branch) => Try(() => _remote.Branch(branch));

    /// <summary>True where a commit was fetched.</summary>
    public bool Commit(string id) => CiVariables.IsId(id) && Try(() => _remote.Commit(id));

    /// <summary>Brings the whole history of some commits.</summary>
    /// <exception cref="BuildException">It may not, or could not.</exception>
    public void Bring(IReadOnlyList<string> heads, string what)
    {
        if (!Try(() => _remote.Everything(heads))) throw Shallow(what);
    }

    public BuildException Shallow(string what) =>
        new($"the clone is shallow and does not hold {what}: {options.FullClone}{Instead}");

    public BuildException Absent(string what) => repository.IsShallow
        ? new BuildException($"{what}, and the clone is shallow: {options.FullClone}{Instead}")
        : new BuildException($"{what}: fetch it first ('git fetch {options.Remote}'){Instead}");

    private string Instead => options.MayFetch ? Failed : "; or let stanch fetch it: 'stanch ci --deepen'";

    private string Failed => _failure is null ? "" : $" (fetching it failed: {_failure.ReplaceLineEndings(" ")})";

    private bool Try(Func<string?> fetch)
    {
        if (!options.MayFetch) return false;
        if (fetch() is not { } failure) return true;
        _failure = failure;
        return false;
    }
}
