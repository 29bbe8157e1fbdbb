namespace Stanch.Cli.Builds;

/// <summary>Links that a change committed where a report is to be written: through one, a pull request could have any file of the machine overwritten.</summary>
internal static class ScannedLinks
{
    /// <summary>The first link on the way to a file inside the scanned tree; null where there is none, or the file lies outside.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="path">A full path.</param>
    public static string? On(string root, string path)
    {
        var relative = Path.GetRelativePath(root, path);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)) return null;
        var at = root;
        foreach (var name in relative.Split(Path.DirectorySeparatorChar))
        {
            at = Path.Combine(at, name);
            if (new FileInfo(at).LinkTarget is not null) return at;
        }
        return null;
    }
}
