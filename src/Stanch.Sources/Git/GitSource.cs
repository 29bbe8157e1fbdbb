namespace Stanch.Sources.Git;

/// <summary>A git repository: its whole history, a part of it, or what is staged. Every blob once; the repository is not trusted.</summary>
public sealed class GitSource : IScanSource
{
    private readonly GitEnvironment _environment;

    public GitSource()
        : this(GitEnvironment.Current)
    {
    }

    internal GitSource(GitEnvironment environment) => _environment = environment;

    public string Name => "git";

    public string Summary => "A repository's history: every blob of every branch, tag, stash and note once, messages too; or what is staged, or a range of commits.";

    public IReadOnlyList<SourceOption> Options => GitOptions.All;

    /// <inheritdoc/>
    public void Walk(SourceRequest request, IBlobSink sink, CancellationToken cancellation)
    {
        GitOptions.Check(request);
        new GitWalk(_environment.In(Path.GetFullPath(request.WorkingDirectory)), request, sink, cancellation).Run();
    }
}
