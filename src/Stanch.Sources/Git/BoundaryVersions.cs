using System.Text;

namespace Stanch.Sources.Git;

/// <summary>What the commits just before a range have at the paths where something was found: a secret that stands there already is not the range's.</summary>
internal static class BoundaryVersions
{
    /// <summary>The blob of each boundary commit at each path, where there is one (a folder there gives its tree, which nothing is found in). A path with a newline cannot be asked for, and counts as new.</summary>
    public static List<(ObjectId Commit, int Path, ObjectId Blob)> Read(
        GitCommand git, IReadOnlyList<ObjectId> boundary, IReadOnlyList<int> pathNumbers, PathTable paths, CancellationToken cancellation)
    {
        var asked = (from commit in boundary from path in pathNumbers where !paths.Bytes(path).Contains((byte)'\n') select (Commit: commit, Path: path)).ToList();
        var result = new List<(ObjectId, int, ObjectId)>();
        if (asked.Count == 0) return result;
        using var process = git.Start(cancellation, "cat-file", "--batch-check=%(objectname)", "--buffer");
        process.Feed(input => Ask(input, asked, paths));
        using var output = new PipeBuffer(process.Output);
        foreach (var (commit, path) in asked)
        {
            if (!output.TryReadTo((byte)'\n', out var line)) break;
            if (ObjectId.TryParse(line, out var blob)) result.Add((commit, path, blob));
        }
        process.WaitForExit();
        return result;
    }

    private static void Ask(Stream input, List<(ObjectId Commit, int Path)> asked, PathTable paths)
    {
        using var buffered = new BufferedStream(input, 32 * 1024);
        foreach (var (commit, path) in asked)
        {
            buffered.Write(Encoding.ASCII.GetBytes(commit.ToString()));
            buffered.WriteByte((byte)':');
            buffered.Write(paths.Bytes(path));
            buffered.WriteByte((byte)'\n');
        }
    }
}
