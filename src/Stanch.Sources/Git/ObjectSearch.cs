using System.Collections.Concurrent;
using Stanch.Detection.Deltas;

namespace Stanch.Sources.Git;

/// <summary>
/// The first step over a repository's objects: searches every blob and message, and keeps of each no more than the walk of history needs:
/// the identities found in it, the links of commits and tags, and what could not be read.
/// </summary>
/// <param name="seen">Keeps what is searched, and knows what was; null where nothing is kept.</param>
internal sealed class ObjectSearch(IBlobSink sink, Seen.SeenHistory? seen = null) : IObjectConsumer
{
    /// <summary>See https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: a pointer is shorter than 1024 bytes and starts so.</summary>
    private const int LongestPointer = 1024;

    private readonly Lock _gate = new();
    private readonly List<CommitLinks> _commits = [];
    private readonly Dictionary<ObjectId, (ObjectId Id, ObjectKind Kind)> _tags = [];

    /// <summary>Blobs and messages in which something was found.</summary>
    public ConcurrentDictionary<ObjectId, IReadOnlyList<int>> Found { get; } = new();

    /// <summary>Those of them that a former scan searched: before they are judged, they are to be recalled.</summary>
    public ConcurrentDictionary<ObjectId, bool> Remembered { get; } = new();

    public ConcurrentDictionary<ObjectId, (GapKind Why, string Detail)> Unread { get; } = new();

    /// <summary>Blobs that only point to content kept elsewhere.</summary>
    public ConcurrentDictionary<ObjectId, bool> Pointers { get; } = new();

    public IReadOnlyList<CommitLinks> Commits => _commits;

    /// <summary>What each annotated tag names.</summary>
    public IReadOnlyDictionary<ObjectId, (ObjectId Id, ObjectKind Kind)> Tags => _tags;

    public void Take(ObjectHeader header, ReadOnlySpan<byte> content) => Take(header, content, default);

    public BlobTrace? Take(ObjectHeader header, ReadOnlySpan<byte> content, BlobOrigin origin)
    {
        switch (header.Kind)
        {
            case ObjectKind.Blob:
                if (content.Length < LongestPointer && content.StartsWith("version https://git-lfs.github.com/spec/"u8)) Pointers[header.Id] = true;
                return Search(header.Id, content, origin);
            case ObjectKind.Commit:
                if (CommitObject.TryParseLinks(header.Id, content, out var links)) Add(links);
                else Unread[header.Id] = (GapKind.Corrupt, "this commit names no tree");
                Search(header.Id, content[CommitObject.MessageStart(content)..]);
                break;
            case ObjectKind.Tag:
                if (CommitObject.Target(content) is { } target) Add(header.Id, target);
                Search(header.Id, content[CommitObject.MessageStart(content)..]);
                break;
        }
        return null;
    }

    public void TakeLarge(ObjectHeader header, Stream content)
    {
        if (header.Kind is ObjectKind.Tree or ObjectKind.Unknown) return;
        var identities = seen is null ? sink.FindStream(header.Id.ToString(), content) : seen.SearchStream(header, content);
        if (identities.Count > 0) Found[header.Id] = identities;
        if (header.Kind != ObjectKind.Blob) Unread[header.Id] = (GapKind.Limit, "a commit or tag of this size is searched, but not followed");
    }

    public void NotRead(ObjectId id, GapKind why, string detail) => Unread[id] = (why, detail);

    /// <summary>Takes over what a former scan found in an object.</summary>
    public void Remember(ObjectId id, IReadOnlyList<int> identities)
    {
        Found[id] = identities;
        Remembered[id] = true;
    }

    public void Add(CommitLinks links)
    {
        lock (_gate) _commits.Add(links);
    }

    public void Add(ObjectId tag, (ObjectId Id, ObjectKind Kind) target)
    {
        lock (_gate) _tags[tag] = target;
    }

    private BlobTrace? Search(ObjectId id, ReadOnlySpan<byte> text, BlobOrigin origin = default)
    {
        if (seen is not null) return seen.Search(id, text, origin, this);
        if (text.Length == 0) return null;
        var identities = sink.Find(id.ToString(), text, origin, out var trace);
        if (identities.Count > 0) Found[id] = identities;
        return trace;
    }
}
