namespace Stanch.Sources.Git;

/// <summary>One run over one repository: what its steps share.</summary>
/// <param name="Name">How findings name the repository: its path, or the address that it was cloned from.</param>
internal sealed record GitScan(GitRepository Repository, string Name, IBlobSink Sink, SourceRequest Request) : IDisposable
{
    private ObjectReaders? _readers;

    public GitCommand Git => Repository.Git;

    /// <summary>True for a clone that goes when the scan ends: nothing is kept in it.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Where a submodule lies in the repository that the scan began in, with a slash behind; empty for that one itself.</summary>
    public string Prefix { get; init; } = "";

    public IObjectReader Reader => Readers.Objects;

    public ITreeDiff Trees => Readers.Trees;

    public IIndexDiff Index => Readers.Index;

    public GapReport Gaps => field ??= new GapReport(Sink, Prefix);

    /// <summary>Paths at which history names other repositories.</summary>
    public SortedSet<string> Submodules { get; } = new(StringComparer.Ordinal);

    /// <summary>What former scans saw; null where nothing is kept.</summary>
    public Seen.SeenHistory? Seen { get; set; }

    private ObjectReaders Readers => _readers ??= ObjectReaders.For(Repository);

    public int Jobs => Math.Max(1, Request.Jobs);

    /// <summary>A path of this repository as the user knows it: seen from the repository that the scan began in.</summary>
    public string FromOutside(string path) => Prefix.Length == 0 ? path : Prefix + path;

    /// <summary>True for a path that the user leaves out, by itself or with a folder above it.</summary>
    public bool IsExcluded(string inside)
    {
        var path = FromOutside(inside);
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (Request.Excludes(path[..(slash + 1)])) return true;
        }
        return Request.Excludes(path);
    }

    /// <summary>Reads objects that may be absent.</summary>
    public void Read(IEnumerable<ObjectId> ids, IObjectConsumer consumer, CancellationToken cancellation)
    {
        using var queue = ObjectQueue.Of(ids);
        Reader.Read(queue, Jobs, consumer, cancellation);
    }

    /// <summary>Reports commits whose trees could not be compared: in a partial clone the trees were left at the server, elsewhere they are damaged.</summary>
    public void ReportTrees(IEnumerable<(int Number, string Why)> failures, CommitGraph graph)
    {
        foreach (var (number, why) in failures)
            Gaps.Add(number < 0 ? "<tree>" : graph.Commits[number].Id.ToString(), Repository.IsPartial ? GapKind.Absent : GapKind.Corrupt, $"what this commit changed cannot be made out: {why}");
    }

    public void Dispose()
    {
        _readers?.Dispose();
        Seen?.Dispose();
    }
}
