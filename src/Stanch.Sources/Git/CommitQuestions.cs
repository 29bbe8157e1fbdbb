namespace Stanch.Sources.Git;

/// <summary>What must be known of a repository's commits before some of them are scanned. Reads only; no program but git runs.</summary>
public sealed class CommitQuestions(GitRepository repository)
{
    /// <summary>The id of the commit that a revision names; null where git knows none of that name.</summary>
    /// <param name="revision">A commit's id, a full name of a ref, <c>HEAD</c>; not trusted.</param>
    public string? Find(string revision)
    {
        var output = repository.Git.Run(CancellationToken.None, "rev-parse", "--quiet", "--verify", "--end-of-options", revision + "^{commit}");
        return output.Succeeded ? output.Text.Trim() : null;
    }

    /// <summary>The tip of a branch: as the remote has it, else as it is here. Null where neither is.</summary>
    /// <returns>The commit, and the name as a person knows it: <c>origin/main</c>, <c>main</c>.</returns>
    public (string Commit, string Name)? FindBranch(string branch, string remote) =>
        Find($"refs/remotes/{remote}/{branch}") is { } there ? (there, $"{remote}/{branch}")
        : Find($"refs/heads/{branch}") is { } here ? (here, branch)
        : null;

    /// <summary>The branch that a remote shows first; null where that was not cloned along.</summary>
    public string? DefaultBranch(string remote)
    {
        var lead = $"refs/remotes/{remote}/";
        var output = repository.Git.Run(CancellationToken.None, "symbolic-ref", "--quiet", lead + "HEAD");
        var name = output.Text.Trim();
        return output.Succeeded && name.StartsWith(lead, StringComparison.Ordinal) ? name[lead.Length..] : null;
    }

    /// <summary>The commits that some reach and others do not.</summary>
    /// <exception cref="SourceException">git does not know one of them.</exception>
    public IReadOnlyList<string> Between(IEnumerable<string> without, IEnumerable<string> with)
    {
        var output = repository.Git.Run(CancellationToken.None, ["rev-list", "--end-of-options", .. with, .. without.Select(commit => "^" + commit), "--"]);
        return output.Succeeded ? Lines(output) : throw new SourceException($"git cannot list the commits of '{repository.Root}': {output.Errors}");
    }

    /// <summary>The first parent of a commit; null for a first commit, or one at the edge of a shallow clone.</summary>
    public string? FirstParent(string commit) => Find(commit + "^1");

    /// <summary>Those of some commits behind which a shallow clone's history was cut off.</summary>
    public IReadOnlyList<string> CutOff(IEnumerable<string> commits)
    {
        if (!repository.IsShallow) return [];
        var edge = ShallowBoundary.Read(repository);
        return [.. commits.Where(commit => ObjectId.TryParse(commit, out var id) && edge.Contains(id))];
    }

    /// <summary>The ids of all files of one name that a commit has, by their paths, in whichever folder.</summary>
    /// <exception cref="SourceException">git cannot list them.</exception>
    public IReadOnlyDictionary<string, string> FilesNamed(string fileName, string commit)
    {
        var output = repository.Git.Run(CancellationToken.None, "ls-tree", "-r", "-z", "--full-tree", commit);
        if (!output.Succeeded) throw new SourceException($"git cannot list the files of {commit}: {output.Errors}");
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in output.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // "100644 blob ID<tab>PATH"
            var tab = line.IndexOf('\t');
            var path = line[(tab + 1)..];
            if (path == fileName || path.EndsWith("/" + fileName, StringComparison.Ordinal)) files[path] = line[..tab].Split(' ')[2];
        }
        return files;
    }

    private static string[] Lines(GitOutput output) => output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
