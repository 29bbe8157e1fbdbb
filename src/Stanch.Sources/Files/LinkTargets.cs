namespace Stanch.Sources.Files;

/// <summary>Where links lead.</summary>
internal static class LinkTargets
{
    // As many as Linux follows before it says that they go round in a circle.
    private const int MostLinks = 40;

    /// <summary>The path with every link in it followed; null where there is nothing, or the links go round in a circle.</summary>
    public static string? Resolve(string path)
    {
        try
        {
            var links = 0;
            var pending = new Stack<string>(Parts(path).Reverse());
            var real = Path.GetPathRoot(path)!;
            while (pending.TryPop(out var part))
            {
                var next = Path.GetFullPath(Path.Combine(real, part));
                if (new FileInfo(next).LinkTarget is not { } target)
                {
                    real = next;
                    continue;
                }

                if (++links > MostLinks)
                {
                    return null;
                }

                real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
                foreach (var step in Parts(target).Reverse())
                {
                    pending.Push(step);
                }
            }

            return Path.Exists(real) ? real : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string[] Parts(string path) =>
        path[Path.GetPathRoot(path)!.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
