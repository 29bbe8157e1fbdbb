namespace Stanch.Sources.Git;

/// <summary>Finds the git directory of a path the way git does, but without starting it: see https://git-scm.com/docs/gitrepository-layout.</summary>
/// <param name="Root">The working tree's top, or the repository itself where it is bare.</param>
/// <param name="Path">Where HEAD and the index are.</param>
/// <param name="Common">Where objects and refs are; differs from <paramref name="Path"/> in a linked worktree.</param>
/// <param name="IsBare">True where there is no working tree.</param>
internal sealed record GitDirectory(string Root, string Path, string Common, bool IsBare)
{
    private const int MostPointerBytes = 1 << 16;

    /// <summary>The repository that a directory lies in; null where it lies in none.</summary>
    public static GitDirectory? Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (At(folder.FullName) is { } found) return found;
        }
        return null;
    }

    /// <summary>The repository whose top is exactly this directory; null where it is none.</summary>
    public static GitDirectory? At(string directory)
    {
        var dotGit = System.IO.Path.Combine(directory, ".git");
        var inside = Directory.Exists(dotGit) ? dotGit : Pointer(dotGit, "gitdir:");
        if (inside is not null && LooksRight(inside)) return Of(directory, inside, isBare: false);
        if (!LooksRight(directory)) return null;
        return System.IO.Path.GetFileName(directory) == ".git" && !IsMarkedBare(directory)
            ? Of(System.IO.Path.GetDirectoryName(directory)!, directory, isBare: false)
            : Of(directory, directory, isBare: true);
    }

    private static GitDirectory Of(string root, string path, bool isBare) =>
        new(root, path, Pointer(System.IO.Path.Combine(path, "commondir"), "") ?? path, isBare);

    private static bool IsMarkedBare(string path) => GitConfigFile.Read(System.IO.Path.Combine(path, "config")).IsTrue("core.bare");

    private static bool LooksRight(string path) =>
        (File.Exists(System.IO.Path.Combine(path, "HEAD")) || new FileInfo(System.IO.Path.Combine(path, "HEAD")).LinkTarget is not null)
        && (File.Exists(System.IO.Path.Combine(path, "commondir"))
            || (Directory.Exists(System.IO.Path.Combine(path, "objects")) && Directory.Exists(System.IO.Path.Combine(path, "refs"))));

    /// <summary>A file that says where something is, relative to itself.</summary>
    private static string? Pointer(string file, string prefix)
    {
        try
        {
            if (!File.Exists(file) || new FileInfo(file).Length > MostPointerBytes) return null;
            var text = File.ReadAllText(file);
            return text.StartsWith(prefix, StringComparison.Ordinal)
                ? System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(text[prefix.Length..].Trim(), System.IO.Path.GetDirectoryName(file)!))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
