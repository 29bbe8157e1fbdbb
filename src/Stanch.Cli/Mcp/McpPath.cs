using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Mcp;

/// <summary>A path that a model names. It may lead below the working directory only, links included: a model is no reason to look through the rest of the disk.</summary>
internal static class McpPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <exception cref="UsageException">It leads elsewhere.</exception>
    public static string Below(string path, Invocation here)
    {
        var root = here.WorkingDirectory;
        var relative = Path.GetRelativePath(root, Path.GetFullPath(path, root)).Replace('\\', '/');
        if (path == "-" || IsOutside(relative) || LeavesByLink(root, relative)) throw new UsageException($"'{path}' is not below {root}, where the server works");
        // A file of that name; the bare sign would be standard input, where the client talks.
        return relative == "-" ? "./-" : relative;
    }

    private static bool IsOutside(string relative) => relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative);

    private static bool LeavesByLink(string root, string relative) =>
        Real(root) is not { } realRoot || Real(Path.Join(root, relative)) is not { } real || IsOutside(Path.GetRelativePath(realRoot, real).Replace('\\', '/'));

    // The path with every link in it followed, one after the other: a link may lead to a path that has links itself. Null where they lead in circles.
    private static string? Real(string path)
    {
        var top = Path.GetPathRoot(path)!;
        var (at, links) = (top, 0);
        var left = new Stack<string>(Parts(path[top.Length..]));
        while (left.TryPop(out var part))
        {
            var next = part == ".." ? Path.GetDirectoryName(at) ?? top : Path.Join(at, part);
            if (part == ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                at = next;
                continue;
            }

            if (++links > MostLinks) return null;
            if (Path.IsPathRooted(target)) at = Path.GetPathRoot(target)!;
            foreach (var piece in Parts(target[(Path.GetPathRoot(target)?.Length ?? 0)..])) left.Push(piece);
        }

        return at;
    }

    private static IEnumerable<string> Parts(string path) => path.Split('/', Path.DirectorySeparatorChar).Where(part => part is not ("" or ".")).Reverse();
}
