namespace Stanch.Sources.Git;

/// <summary>One run over one repository: what its steps share.</summary>
/// <param name="Name">How findings name the repository: its path, or the address that it was cloned from.</param>
internal sealed record GitScan(GitRepository Repository, string Name, IBlobSink Sink, SourceRequest Request)
{
    public GitCommand Git => Repository.Git;

    public IObjectReader Reader => field ??= new CatFileReader(Repository.Git);

    public TreeDiff Trees => field ??= new TreeDiff(Repository.Git);

    public GapReport Gaps => field ??= new GapReport(Sink);

    public int Jobs => Math.Max(1, Request.Jobs);
}
