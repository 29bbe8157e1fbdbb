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
        var environment = _environment.In(Path.GetFullPath(request.WorkingDirectory));
        if (request.Targets.Count == 0)
            WalkRepository(GitRepository.OfHook(environment) ?? GitRepository.Discover(environment.Directory, environment), name: null, request, sink, cancellation);
        foreach (var target in request.Targets)
        {
            if (RemoteAddress.IsAddress(target)) WalkClone(target, environment, request, sink, cancellation);
            else WalkRepository(GitRepository.Discover(target, environment), name: null, request, sink, cancellation);
        }
    }

    private static void WalkClone(string address, GitEnvironment environment, SourceRequest request, IBlobSink sink, CancellationToken cancellation)
    {
        var shown = RemoteAddress.WithoutCredentials(address);
        using var clone = MirrorClone.Create(address, environment, cancellation);
        if (clone is null) sink.NotRead(new CoverageGap(shown, GapKind.Interrupted, "the scan was stopped while it was being cloned"));
        else WalkRepository(GitRepository.Discover(clone.Path, environment), shown, request, sink, cancellation);
    }

    private static void WalkRepository(GitRepository repository, string? name, SourceRequest request, IBlobSink sink, CancellationToken cancellation)
    {
        var scan = new GitScan(repository, name ?? repository.Root, sink, request);
        if (request.Has(GitOptions.Staged)) new StagedScan(scan).Run(cancellation);
        else if (request.Option(GitOptions.Range) is { } range) new RangeScan(scan).RunRange(range, cancellation);
        else if (request.Option(GitOptions.Since) is { } since) new RangeScan(scan).RunSince(since, cancellation);
        else new HistoryScan(scan).Run(cancellation);
        scan.Gaps.Close();
    }
}
