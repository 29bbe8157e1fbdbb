using System.Text;

namespace Stanch.Cli.Projects;

/// <summary>A text file that changes whole or not at all: it is written beside its place and then renamed. A link stays a link.</summary>
internal static class WholeFile
{
    /// <exception cref="CommandLine.UsageException">It cannot be written.</exception>
    public static void Write(string path, string text, bool isPrivate = false)
    {
        try
        {
            var target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
            var beside = $"{target}.{Path.GetRandomFileName()}.tmp";
            try
            {
                WriteNew(beside, text, ModeOf(target, isPrivate));
                File.Move(beside, target, overwrite: true);
            }
            finally
            {
                File.Delete(beside);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandLine.UsageException($"'{path}' cannot be written: {e.Message}");
        }
    }

    private static void WriteNew(string path, string text, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows()) options.UnixCreateMode = mode;
        using var stream = new FileStream(path, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static UnixFileMode? ModeOf(string path, bool isPrivate)
    {
        if (OperatingSystem.IsWindows()) return null;
        return isPrivate ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.Exists(path) ? File.GetUnixFileMode(path) : null;
    }
}
