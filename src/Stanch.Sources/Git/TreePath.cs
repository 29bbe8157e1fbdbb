namespace Stanch.Sources.Git;

/// <summary>Paths that a repository's trees name, which may say anything.</summary>
internal static class TreePath
{
    /// <summary>True for a path that, joined to a folder, stays below it and passes through no link.</summary>
    public static bool StaysInside(string root, string path)
    {
        if (Path.IsPathRooted(path) || path.Contains('\\')) return false;
        var at = root;
        foreach (var part in path.Split('/'))
        {
            if (part is "" or "." or ".." || part.Equals(".git", StringComparison.OrdinalIgnoreCase)) return false;
            at = Path.Combine(at, part);
            if (new DirectoryInfo(at).LinkTarget is not null) return false;
        }
        return true;
    }
}
