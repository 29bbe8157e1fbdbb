namespace Stanch.Sources.Git;

/// <summary>Compares the index through <c>git diff-index</c>, which knows every form that an index can have.</summary>
internal sealed class GitIndexDiff(GitRepository repository) : IIndexDiff
{
    public string? Compare(ObjectId? head, IIndexDiff.ChangeHandler each, CancellationToken cancellation)
    {
        using var process = repository.Git.Start(
            cancellation, "diff-index", "--cached", "--raw", "-z", "--no-renames", "--full-index", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none",
            (head ?? EmptyTree.Of(repository)).ToString(), "--");
        using var output = new PipeBuffer(process.Output);
        while (output.TryReadRecord(out var line, out var path))
        {
            if (RawChange.TryParse(line, path, out var change)) each(change);
        }
        if (process.WaitForExit() == 0 || cancellation.IsCancellationRequested) return null;
        repository.Git.ThrowIfTooOld();
        return $"git cannot read the index: {process.Errors}";
    }
}
