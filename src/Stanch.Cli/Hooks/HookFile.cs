using Stanch.Cli.CommandLine;
using Stanch.Cli.Projects;

namespace Stanch.Cli.Hooks;

/// <summary>One hook in a folder, and what was there before it.</summary>
internal sealed class HookFile(string folder, string name)
{
    /// <summary>What the name of a kept hook ends with.</summary>
    public const string KeptEnding = ".before-stanch";

    public string Path { get; } = System.IO.Path.Combine(folder, name);

    public bool IsOurs => HookScript.IsOurs(Path);

    /// <summary>True where a hook that is not ours is kept, and called by ours.</summary>
    public bool HasKept => Exists(KeptPath);

    /// <summary>Where a hook that is not ours is kept.</summary>
    public string KeptPath => Path + KeptEnding;

    /// <summary>Puts a script there; what was there is kept.</summary>
    /// <returns>What was done, for a person.</returns>
    /// <exception cref="UsageException">It cannot be written, or what is there has no place to be kept in.</exception>
    public string Install(string script)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var isOurs = IsOurs;
            if (isOurs && File.ReadAllText(Path) == script) return $"is installed already: {Path}";
            if (!isOurs && Exists(Path)) Keep();
            WholeFile.Write(Path, script);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
            return $"{(isOurs ? "renewed" : "installed")}: {Path}{(HasKept ? "; the hook that was there is kept, and called first" : "")}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{Path}' cannot be written: {e.Message}");
        }
    }

    /// <summary>Takes ours away and puts back what was there.</summary>
    /// <returns>What was done; null where there was nothing of ours.</returns>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public string? Remove()
    {
        try
        {
            if (!IsOurs) return HasKept ? $"is not ours any more: {Path} stays, and so does {KeptPath}, which was there before" : null;
            File.Delete(Path);
            if (!HasKept) return $"removed: {Path}";
            File.Move(KeptPath, Path);
            return $"removed, and what was there before put back: {Path}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{Path}' cannot be written: {e.Message}");
        }
    }

    private void Keep()
    {
        if (HasKept) throw new UsageException($"'{Path}' is not ours, and '{KeptPath}' is there from an earlier time: move one of them away");
        File.Move(Path, KeptPath);
    }

    // A link that leads nowhere is there too.
    private static bool Exists(string path) => File.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
