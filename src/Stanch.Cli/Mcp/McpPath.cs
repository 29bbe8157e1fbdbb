using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Mcp;

/// <summary>A path that a model names. It may lead below the working directory only, links included: a model is no reason to look through the rest of the disk.</summary>
internal static class McpPath
{
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

    private static bool LeavesByLink(string root, string relative)
    {
        var at = root;
        var real = TargetOf(root) ?? root;
        foreach (var part in relative.Split('/'))
        {
            at = Path.Join(at, part);
            if (TargetOf(at) is not { } target) continue;
            if (IsOutside(Path.GetRelativePath(root, target)) && IsOutside(Path.GetRelativePath(real, target))) return true;
            at = target;
        }

        return false;
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            // A loop of links, or nothing there: reading it says so.
            return null;
        }
    }
}
