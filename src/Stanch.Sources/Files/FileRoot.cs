namespace Stanch.Sources.Files;

/// <summary>A path that the user named.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Shown">How findings below it are to be called: what the user typed, empty for the current directory.</param>
internal sealed record FileRoot(string FullPath, string Shown, bool IsDirectory)
{
    /// <exception cref="SourceException">There is nothing of that name.</exception>
    public static FileRoot Open(string workingDirectory, string target)
    {
        if (target.Length == 0 || target.Contains('\0', StringComparison.Ordinal))
        {
            throw new SourceException("an empty name, or one with a NUL in it, names no file or folder. Name an existing path, '-' for standard input, or nothing for the current folder.");
        }

        var full = Path.GetFullPath(target, Path.GetFullPath(workingDirectory));
        if (FileSystems.Current.IsSpecial(new FilePath(full)))
        {
            throw new SourceException($"'{target}' is a device, socket or FIFO, which has no end or waits for another program: pipe what it gives into `stanch scan -`.");
        }

        return Directory.Exists(full) ? new FileRoot(full, ShownOf(target), true)
            : File.Exists(full) ? new FileRoot(full, ShownOf(target), false)
            : throw new SourceException($"no such file or folder: '{target}'. Name an existing path, '-' for standard input, or nothing for the current folder.");
    }

    private static string ShownOf(string target)
    {
        var text = Path.DirectorySeparatorChar == '\\' ? target.Replace('\\', '/') : target;
        var shown = text.TrimEnd('/');
        while (shown.StartsWith("./", StringComparison.Ordinal))
        {
            shown = shown[2..].TrimStart('/');
        }

        return shown.Length == 0 && text.StartsWith('/') ? "/" : shown == "." ? "" : shown;
    }
}
