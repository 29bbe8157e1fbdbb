namespace Stanch.Sources.Git;

/// <summary>Reads what HEAD names from the files of a repository, which is what a hook has time for.</summary>
/// <param name="Commit">Null where the branch has no commit yet.</param>
/// <param name="Branch">Null when detached.</param>
internal sealed record GitHead(string? Commit, string? Branch)
{
    private const string Branches = "refs/heads/";
    private const int MostSteps = 5;

    public static GitHead Read(GitDirectory directory)
    {
        var name = "HEAD";
        string? branch = null;
        for (var step = 0; step < MostSteps; step++)
        {
            var text = ReadRef(directory, name);
            if (text is null) break;
            if (!text.StartsWith("ref:", StringComparison.Ordinal)) return new GitHead(ObjectId.TryParse(text, out _) ? text : null, branch);
            name = text["ref:".Length..].Trim();
            if (name.StartsWith(Branches, StringComparison.Ordinal)) branch = name[Branches.Length..];
        }
        return new GitHead(null, branch);
    }

    private static string? ReadRef(GitDirectory directory, string name)
    {
        if (name.Contains("..", StringComparison.Ordinal) || Path.IsPathRooted(name)) return null;
        return ReadFile(Path.Combine(directory.Path, name))?.Trim() ?? ReadFile(Path.Combine(directory.Common, name))?.Trim() ?? Packed(directory, name);
    }

    private static string? Packed(GitDirectory directory, string name)
    {
        try
        {
            var ending = " " + name;
            var line = File.ReadLines(Path.Combine(directory.Common, "packed-refs")).FirstOrDefault(line => line.EndsWith(ending, StringComparison.Ordinal));
            return line?[..^ending.Length];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? ReadFile(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
