namespace Stanch.Policy;

/// <summary>Paths inside the scanned tree: relative to its root, with forward slashes.</summary>
internal static class TreePath
{
    /// <summary>The folder that a path is in, without a slash at its end; empty for the root.</summary>
    public static ReadOnlySpan<char> FolderOf(ReadOnlySpan<char> path)
    {
        path = path.TrimEnd('/');
        var slash = path.LastIndexOf('/');
        return slash < 0 ? [] : path[..slash];
    }

    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>The path as seen from a folder that it is in.</summary>
    public static ReadOnlySpan<char> From(string folder, ReadOnlySpan<char> path) => folder.Length == 0 ? path : path[(folder.Length + 1)..];

    /// <summary>What a name written in a folder's file stands for; null when it leaves the tree.</summary>
    public static string? Resolve(string folder, string name)
    {
        if (name.StartsWith('/') || name.StartsWith('~') || Path.IsPathRooted(name)) return null;
        var parts = folder.Length == 0 ? new List<string>() : [.. folder.Split('/')];
        foreach (var part in name.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return parts.Count == 0 ? null : string.Join('/', parts);
    }
}
