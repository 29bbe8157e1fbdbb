namespace Stanch.Reporting;

/// <summary>A file that appears whole or not at all: it is written beside its place and then renamed.</summary>
internal static class ReportFile
{
    /// <summary>Devices and the descriptors of a shell's <c>&gt;(…)</c> cannot be renamed over, and must not be.</summary>
    private static readonly string[] NotForRenaming = ["/dev/", "/proc/"];

    /// <param name="path">Where it is to stand. A link is followed.</param>
    /// <param name="isPrivate">True for content that only its owner may read.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, bool isPrivate, Action<Stream> write)
    {
        var target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
        if (NotForRenaming.Any(root => Path.GetFullPath(path).StartsWith(root, StringComparison.Ordinal)))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            write(device);
            return;
        }
        if (Directory.Exists(target))
            throw new IOException("It is a folder.");
        var beside = $"{target}.{Path.GetRandomFileName()}.tmp";
        try
        {
            WriteBeside(beside, isPrivate, write);
            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void WriteBeside(string beside, bool isPrivate, Action<Stream> write)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(beside, options);
        write(stream);
    }
}
