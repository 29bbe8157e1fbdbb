using System.Globalization;

namespace Stanch.Sources.Git;

/// <summary>The commits at which a shallow clone's history was cut off: their parents are named, but not here.</summary>
internal static class ShallowBoundary
{
    public static HashSet<ObjectId> Read(GitRepository repository) => repository.IsShallow
        ? [.. File.ReadLines(repository.ShallowFile).Select(line => ObjectId.TryParse(line.Trim(), out var id) ? id : default).Where(id => !id.IsNull)]
        : [];

    public static void Report(GitScan scan, HashSet<ObjectId> boundary)
    {
        if (boundary.Count == 0) return;
        var commits = boundary.Count == 1 ? $"commit {boundary.First()}" : string.Create(CultureInfo.InvariantCulture, $"{boundary.Count:N0} commits");
        scan.Gaps.Add("<history>", GapKind.Absent, $"the clone is shallow: what came before {commits} is not here; 'git fetch --unshallow' brings it, in CI a fetch depth of 0");
    }
}
