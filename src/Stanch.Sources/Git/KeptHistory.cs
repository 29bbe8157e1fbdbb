using Stanch.Sources.Git.Seen;

namespace Stanch.Sources.Git;

/// <summary>What scans of a repository's history kept for the next one, as a person asks for it.</summary>
public sealed record KeptHistory
{
    /// <summary>Where it is kept.</summary>
    public required string Folder { get; init; }

    /// <summary>Choices of detectors.</summary>
    public int Files { get; init; }

    /// <summary>Their bytes together.</summary>
    public long Bytes { get; init; }

    /// <summary>Paths of files that no scan would use.</summary>
    public IReadOnlyList<string> Damaged { get; init; } = [];

    /// <summary>What keeps scans from keeping anything; null where nothing does.</summary>
    public string? Obstacle { get; init; }

    /// <summary>What would end that.</summary>
    public string? Mend { get; init; }

    /// <summary>Looks, and makes nothing.</summary>
    public static KeptHistory Of(GitRepository repository)
    {
        var folder = new SeenFolder(repository.CommonPath);
        if (folder.IsLink) return Without(folder, "'stanch' in the git directory is a link", $"take the link away: {folder.Path}");
        if (repository.HasAlternates) return Without(folder, "it borrows objects from another repository", "'git repack -a -d' and removing objects/info/alternates makes it whole, if that is worth the space");
        if (repository.StateFolder is not { } state) return Without(folder, "there is no folder for the key that signs it", "set XDG_STATE_HOME or HOME");
        var files = folder.Files;
        return new KeptHistory { Folder = folder.Path, Files = files.Count, Bytes = files.Sum(file => file.Length), Damaged = [.. Damage(files, state, repository.IdLength)] };
    }

    private static KeptHistory Without(SeenFolder folder, string obstacle, string mend) => new() { Folder = folder.Path, Obstacle = obstacle, Mend = mend };

    private static IEnumerable<string> Damage(IReadOnlyList<FileInfo> files, string state, int? idLength)
    {
        if (files.Count == 0 || idLength is not { } length) return [];
        var key = SeenKey.TryRead(state);
        return files.Select(file => file.FullName).Where(path => key is null || !IsWhole(path, key, length));
    }

    private static bool IsWhole(string path, byte[] key, int idLength)
    {
        try
        {
            SeenTable.Open(path, key, idLength).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or FormatException)
        {
            return false;
        }
    }
}
