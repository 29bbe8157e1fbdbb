namespace Stanch.Sources.Git;

/// <summary>What a push brings, for the hooks on either side of it: every new commit of every ref, tags and their messages among them.</summary>
public sealed class PushSource : IScanSource
{
    private readonly PushedTips _pushed;
    private readonly GitEnvironment _environment;

    public PushSource(PushedTips pushed)
        : this(pushed, GitEnvironment.Current)
    {
    }

    internal PushSource(PushedTips pushed, GitEnvironment environment)
    {
        _pushed = pushed;
        _environment = environment;
    }

    public string Name => "push";

    public string Summary => "What a push brings: every commit and tag that the other side does not have.";

    public IReadOnlyList<SourceOption> Options => [];

    /// <inheritdoc/>
    public void Walk(SourceRequest request, IBlobSink sink, CancellationToken cancellation)
    {
        var environment = _environment.In(Path.GetFullPath(request.WorkingDirectory));
        var repository = GitRepository.OfHook(environment) ?? GitRepository.Discover(environment.Directory, environment);
        using var scan = new GitScan(repository, repository.Root, sink, request);
        new RangeScan(scan).RunPush(_pushed, cancellation);
        scan.Gaps.Close();
    }
}
