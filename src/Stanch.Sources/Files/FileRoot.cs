namespace Stanch.Sources.Files;

/// <summary>A path that the user named.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Shown">How findings below it are to be called: what the user typed, empty for the current directory.</param>
internal sealed record FileRoot(string FullPath, string Shown, bool IsDirectory)
{
    /// <exception cref="SourceException">There is nothing of that name.</exception>
    public static FileRoot Open(string workingDirectory, string target)
    {
        var full = Path.GetFullPath(target, Path.GetFullPath(workingDirectory));
        var shown = target.Replace('\\', Path.DirectorySeparatorChar == '\\' ? '/' : '\\').TrimEnd('/');
        while (shown.StartsWith("./", StringComparison.Ordinal))
        {
            shown = shown[2..];
        }

        shown = shown == "." ? "" : shown;
        return Directory.Exists(full) ? new FileRoot(full, shown, true)
            : File.Exists(full) ? new FileRoot(full, shown, false)
            : throw new SourceException($"no such file or folder: '{target}'. Name an existing path, '-' for standard input, or nothing for the current folder.");
    }
}
