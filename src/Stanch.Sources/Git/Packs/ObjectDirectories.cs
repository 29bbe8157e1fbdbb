namespace Stanch.Sources.Git.Packs;

/// <summary>
/// The directories that a repository's objects lie in: its own and those it borrows from, nested ones too, as git follows them.
/// See https://git-scm.com/docs/gitrepository-layout#Documentation/gitrepository-layout.txt-objectsinfoalternates
/// </summary>
internal static class ObjectDirectories
{
    /// <summary>git follows no more steps.</summary>
    private const int DeepestNesting = 5;

    private const int MostListBytes = 1 << 20;

    /// <param name="main">The repository's own.</param>
    /// <param name="alternates">Those that the environment names.</param>
    /// <param name="missing">Called with a directory that is named and is not there.</param>
    public static IReadOnlyList<string> Find(string main, IEnumerable<string> alternates, Action<string> missing)
    {
        var found = new List<string> { Path.TrimEndingDirectorySeparator(Path.GetFullPath(main)) };
        foreach (var path in alternates) Add(found, path, 1, missing);
        AddAlternatesOf(found, found[0], 1, missing);
        return found;
    }

    private static void Add(List<string> found, string path, int depth, Action<string> missing)
    {
        var full = Path.TrimEndingDirectorySeparator(path);
        if (found.Contains(full)) return;
        if (!Directory.Exists(full))
        {
            missing(full);
            return;
        }
        found.Add(full);
        AddAlternatesOf(found, full, depth + 1, missing);
    }

    private static void AddAlternatesOf(List<string> found, string directory, int depth, Action<string> missing)
    {
        if (depth > DeepestNesting) return;
        foreach (var path in AlternateList.Split(Read(Path.Combine(directory, "info", "alternates")), '\n'))
        {
            if (path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)) Add(found, Path.GetFullPath(path, directory), depth, missing);
        }
    }

    private static string Read(string file)
    {
        try
        {
            var info = new FileInfo(file);
            return info.Exists && info.Length is > 0 and <= MostListBytes ? File.ReadAllText(file) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
