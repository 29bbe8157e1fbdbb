using System.Security.Cryptography;

namespace Stanch.Sources.Git.Seen;

/// <summary>
/// The user's own key, kept outside all repositories. It names what was found, so that nobody can test guesses against what is kept, and it signs
/// it, so that a repository cannot bring a file that says "nothing in here".
/// </summary>
internal static class SeenKey
{
    private const int Length = 32;
    private const int MostAttempts = 8;

    /// <summary>Reads the key, or makes one; null where there is no place for one.</summary>
    public static byte[]? Get(string? folder)
    {
        if (folder is null) return null;
        var path = Path.Combine(folder, "seen.key");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Read(path) ?? Make(folder, path);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                // Another process makes the folder or the key at this moment.
                Thread.Yield();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    private static byte[]? Read(string path) => File.Exists(path) && File.ReadAllBytes(path) is { Length: Length } key ? key : null;

    /// <summary>Of two processes that make one at once, the first wins.</summary>
    private static byte[]? Make(string folder, string path)
    {
        MakeFolder(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(temporary, options)) file.Write(RandomNumberGenerator.GetBytes(Length));
        try
        {
            File.Move(temporary, path, overwrite: File.Exists(path) && Read(path) is null);
        }
        catch (IOException)
        {
            File.Delete(temporary);
        }
        return Read(path);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
