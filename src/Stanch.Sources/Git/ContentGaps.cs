namespace Stanch.Sources.Git;

/// <summary>Reports, by path, what a repository names and a search of its blobs does not cover.</summary>
internal static class ContentGaps
{
    public static void Report(GitScan scan, ObjectSearch search, BlobPlaces places)
    {
        foreach (var (id, number) in places.FirstPath.OrderBy(pair => pair.Value))
        {
            var path = places.Paths.Text(number);
            if (search.Unread.TryGetValue(id, out var unread)) scan.Gaps.Add(path, unread.Why, Explain(scan, id, unread.Why, unread.Detail));
            if (search.Pointers.ContainsKey(id)) scan.Gaps.Add(path, GapKind.LargeFileStorage, "a pointer: Git LFS keeps the content elsewhere");
        }
        foreach (var number in places.Submodules)
        {
            var path = places.Paths.Text(number);
            if (scan.Submodules.Add(path) && !scan.Request.Has(GitOptions.Submodules))
                scan.Gaps.Add(path, GapKind.Submodule, "a repository of its own: scan it by itself, or with --submodules");
        }
    }

    private static string Explain(GitScan scan, ObjectId id, GapKind why, string detail) => why == GapKind.Absent
        ? $"blob {id} is not here{(scan.Repository.IsPartial ? ": the clone is partial; 'git fetch --refetch --no-filter' brings everything" : "")}"
        : $"blob {id}: {detail}";
}
