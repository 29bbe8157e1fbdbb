namespace Stanch.Sources.Git;

/// <summary>One run of the source: its targets, clones of those that are elsewhere, and submodules, each repository once.</summary>
internal sealed class GitWalk(GitEnvironment environment, SourceRequest request, IBlobSink sink, CancellationToken cancellation)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public void Run()
    {
        if (request.Targets.Count == 0) Walk(GitRepository.OfHook(environment) ?? GitRepository.Discover(environment.Directory, environment));
        foreach (var target in request.Targets)
        {
            if (RemoteAddress.IsAddress(target)) WalkClone(target);
            else Walk(GitRepository.Discover(target, environment));
        }
    }

    private void WalkClone(string address)
    {
        var shown = RemoteAddress.WithoutCredentials(address);
        using var clone = MirrorClone.Create(address, environment, cancellation);
        if (clone is null) sink.NotRead(new CoverageGap(shown, GapKind.Interrupted, "the scan was stopped while it was being cloned"));
        else Walk(GitRepository.Discover(clone.Path, environment), shown);
    }

    private void Walk(GitRepository repository, string? name = null, string prefix = "")
    {
        if (!_seen.Add(repository.GitPath)) return;
        using var scan = new GitScan(repository, name ?? repository.Root, sink, request) { IsPassing = name is not null, Prefix = prefix };
        if (request.Has(GitOptions.Staged)) new StagedScan(scan).Run(cancellation);
        else if (request.Option(GitOptions.Range) is { } range) new RangeScan(scan).RunRange(range, cancellation);
        else if (request.Option(GitOptions.Since) is { } since) new RangeScan(scan).RunSince(since, cancellation);
        else new HistoryScan(scan).Run(cancellation);
        scan.Gaps.Close();
        if (request.Has(GitOptions.Submodules)) WalkSubmodules(scan);
    }

    /// <summary>Enters those that are checked out. Their paths come from history, which is not trusted: none may lead out of the working tree.</summary>
    private void WalkSubmodules(GitScan scan)
    {
        var root = scan.Repository.Root;
        foreach (var path in scan.Submodules)
        {
            if (cancellation.IsCancellationRequested) return;
            var inner = scan.Repository.IsBare || !TreePath.StaysInside(root, path) ? null : GitRepository.TryAt(Path.Combine(root, path), environment);
            if (inner is null) sink.NotRead(new CoverageGap(scan.FromOutside(path), GapKind.Submodule, "not checked out here: 'git submodule update --init' brings it"));
            else Walk(inner, prefix: scan.FromOutside(path) + "/");
        }
    }
}
