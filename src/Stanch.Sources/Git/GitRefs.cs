namespace Stanch.Sources.Git;

/// <summary>Every place where history starts: all refs, what each worktree has checked out, and the whole reflog of the stash.</summary>
internal static class GitRefs
{
    /// <exception cref="SourceException">git does not accept this repository.</exception>
    public static IReadOnlyList<GitRef> Read(GitRepository repository, IBlobSink sink, CancellationToken cancellation)
    {
        var refs = ((repository.UsesReftable ? null : RefFiles.Read(repository)) ?? Ask(repository, sink, cancellation)).ToList();
        refs.AddRange(CheckedOut(repository));
        if (refs.Exists(named => named.IsStash)) refs.AddRange(Stashes(repository, cancellation));
        return [.. refs.Distinct()];
    }

    private static IEnumerable<GitRef> Ask(GitRepository repository, IBlobSink sink, CancellationToken cancellation)
    {
        var output = repository.Git.Run(cancellation, "for-each-ref", "--format=%(objectname) %(refname)");
        if (!output.Succeeded && !cancellation.IsCancellationRequested)
            throw new SourceException($"git cannot read the repository '{repository.Root}': {output.Errors}");
        // "ignoring broken ref": what it named is not searched.
        foreach (var error in output.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)) sink.NotRead(new CoverageGap("<refs>", GapKind.Corrupt, error));
        return output.Text.Split('\n').Select(Parse).OfType<GitRef>();
    }

    private static GitRef? Parse(string line)
    {
        var space = line.IndexOf(' ');
        return space > 0 && ObjectId.TryParse(line[..space], out var id) ? new GitRef(id, line[(space + 1)..]) : null;
    }

    private static IEnumerable<GitRef> CheckedOut(GitRepository repository)
    {
        if (repository.Info.Head is { } head && ObjectId.TryParse(head, out var id)) yield return new GitRef(id, "HEAD");
        var worktrees = Path.Combine(repository.CommonPath, "worktrees");
        if (!Directory.Exists(worktrees)) yield break;
        foreach (var path in Directory.EnumerateDirectories(worktrees))
        {
            var other = GitHead.Read(new GitDirectory(path, path, repository.CommonPath, IsBare: false));
            if (other.Commit is not null && ObjectId.TryParse(other.Commit, out var commit)) yield return new GitRef(commit, "HEAD");
        }
    }

    private static IEnumerable<GitRef> Stashes(GitRepository repository, CancellationToken cancellation) =>
        repository.Git.Run(cancellation, "rev-list", "--walk-reflogs", "--ignore-missing", GitRef.Stash, "--").Text
            .Split('\n').Where(line => line.Length > 0)
            .Select(line => ObjectId.TryParse(line, out var id) ? new GitRef(id, GitRef.Stash) : (GitRef?)null).OfType<GitRef>();
}
