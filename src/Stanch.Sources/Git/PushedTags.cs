namespace Stanch.Sources.Git;

/// <summary>What a push names that is no commit: annotated tags with their messages, and trees and blobs that a ref or a tag names directly.</summary>
internal sealed class PushedTags(GitScan scan, ObjectSearch search)
{
    /// <summary>A tag may name a tag; forged ones could do so in a circle.</summary>
    private const int MostTags = 64;

    public void Judge(IEnumerable<ObjectId> tips, CancellationToken cancellation)
    {
        var named = tips.ToHashSet();
        for (var step = 0; step < MostTags && named.Count > 0 && !cancellation.IsCancellationRequested; step++)
        {
            var kinds = KindsOf(named, cancellation);
            var tags = named.Where(id => kinds.GetValueOrDefault(id) == ObjectKind.Tag && !search.Tags.ContainsKey(id)).ToList();
            var blobs = named.Where(id => kinds.GetValueOrDefault(id) == ObjectKind.Blob).ToList();
            scan.Read(tags.Concat(blobs), search, cancellation);
            foreach (var id in tags.Concat(blobs)) JudgeText(id);
            foreach (var id in named.Where(id => kinds.GetValueOrDefault(id) == ObjectKind.Tree)) JudgeTree(id, cancellation);
            foreach (var id in named.Where(id => kinds.GetValueOrDefault(id) == ObjectKind.Unknown)) scan.Gaps.Add(id.ToString(), GapKind.Absent, "this push names an object that cannot be read");
            named = [.. tags.Where(search.Tags.ContainsKey).Select(id => search.Tags[id].Id)];
        }
    }

    private IReadOnlyDictionary<ObjectId, ObjectKind> KindsOf(IEnumerable<ObjectId> ids, CancellationToken cancellation)
    {
        var kinds = new ObjectKindsOnly();
        using var queue = ObjectQueue.Of(ids);
        scan.Reader.Read(queue, 1, kinds, cancellation);
        return kinds.Kinds;
    }

    private void JudgeText(ObjectId id)
    {
        if (search.Unread.TryGetValue(id, out var unread)) scan.Gaps.Add(id.ToString(), unread.Why, unread.Detail);
        foreach (var identity in search.Found.GetValueOrDefault(id, []))
            scan.Sink.Judge(id.ToString(), identity, new Provenance.Message(scan.Name, "tag-message", id.ToString(), null));
    }

    private void JudgeTree(ObjectId tree, CancellationToken cancellation)
    {
        var blobs = new List<(string Path, ObjectId Blob)>();
        var failures = scan.Trees.Compare([new TreePair(EmptyTree.Of(scan.Repository), tree, 0)], jobs: 1, matters: null, Note, cancellation);
        foreach (var (_, why) in failures) scan.Gaps.Add(tree.ToString(), GapKind.Corrupt, why);
        scan.Read(blobs.Select(entry => entry.Blob).Distinct().Where(blob => !search.Found.ContainsKey(blob)), search, cancellation);
        foreach (var (path, blob) in blobs)
        {
            foreach (var identity in search.Found.GetValueOrDefault(blob, [])) scan.Sink.Judge(blob.ToString(), identity, new Provenance.Unreachable(scan.Name, blob.ToString(), path));
        }

        void Note(int number, RawChange change)
        {
            if (!change.New.IsNull && !change.NewIsSubmodule && PathTable.Text(change.Path) is var path && !scan.IsExcluded(path)) blobs.Add((path, change.New));
        }
    }
}
