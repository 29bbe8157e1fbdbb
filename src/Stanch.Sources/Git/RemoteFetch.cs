namespace Stanch.Sources.Git;

/// <summary>
/// Brings what a shallow or narrow clone left out. The one thing that writes into a scanned repository, and only when a person allows it. The
/// repository's own hooks, helpers and ssh command do not run; its address and the tokens that a CI system left in its configuration are used.
/// </summary>
public sealed class RemoteFetch(GitRepository repository, string remote)
{
    private readonly GitCommand _git = GitCommand.ForFetching(repository, GitEnvironment.Current);

    /// <summary>Brings a branch, as <c>refs/remotes/REMOTE/BRANCH</c>. Null where it worked, else why not.</summary>
    public string? Branch(string branch) => Run($"+refs/heads/{branch}:refs/remotes/{remote}/{branch}");

    /// <summary>Brings one commit that no branch may name any more. Null where it worked, else why not.</summary>
    public string? Commit(string id) => Run(id);

    /// <summary>Brings the whole history of what is here. Null where it worked, else why not.</summary>
    /// <param name="commits">What is built, which no branch of the remote need name.</param>
    public string? Everything(IEnumerable<string> commits)
    {
        if (!repository.IsShallow) return null;
        return Run(["--unshallow"], [.. commits]) is { } failed && repository.IsShallow && Run(["--unshallow"], []) is not null ? failed : null;
    }

    private string? Run(string refspec) => Run([], [refspec]);

    private string? Run(string[] options, string[] refspecs)
    {
        var output = _git.Run(CancellationToken.None,
            ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--upload-pack", "git-upload-pack", .. options, "--end-of-options", remote, .. refspecs]);
        return output.Succeeded ? null : RemoteAddress.WithoutCredentialsIn(output.Errors);
    }
}
