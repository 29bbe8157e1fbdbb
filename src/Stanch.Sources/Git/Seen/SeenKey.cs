using Stanch.Detection.Hashing;

namespace Stanch.Sources.Git.Seen;

/// <summary>
/// The user's own key, kept outside all repositories. It names what was found, so that nobody can test guesses against what is kept, and it signs
/// it, so that a repository cannot bring a file that says "nothing in here".
/// </summary>
internal static class SeenKey
{
    private const string FileName = "seen.key";
    private const int Length = 32;
    private const int MostAttempts = 200;

    /// <summary>Reads the key, or makes one; null where there is no place for one.</summary>
    public static byte[]? Get(string? folder)
    {
        if (folder is null) return null;
        var path = Path.Combine(folder, FileName);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Read(path) ?? Make(folder, path, isLast: attempt == MostAttempts);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                // Another process makes the folder or the key at this moment; one that was killed there left a short one, which is made anew at last.
                Thread.Yield();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>Reads the key, and makes none; null where there is none that is whole.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The system refuses.</exception>
    public static byte[]? TryRead(string folder) => Read(Path.Combine(folder, FileName));

    private static byte[]? Read(string path) => File.Exists(path) && File.ReadAllBytes(path) is { Length: Length } key ? key : null;

    // Of two processes that make one at once, the first wins: only creating a file is one step on every system, moving one is not.
    private static byte[]? Make(string folder, string path, bool isLast)
    {
        MakeFolder(folder);
        var options = new FileStreamOptions { Mode = isLast ? FileMode.Create : FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var key = SystemCryptography.RandomBytes(Length);
        using var file = new FileStream(path, options);
        file.Write(key);
        return key;
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
