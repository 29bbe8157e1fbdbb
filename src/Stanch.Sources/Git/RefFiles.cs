namespace Stanch.Sources.Git;

/// <summary>
/// The refs of a repository that keeps them as files: single ones and <c>packed-refs</c>. Anything out of the ordinary (a link, a name or content
/// that git would complain of, a ref to a ref that is not there) is left to git. Format: https://git-scm.com/docs/gitrepository-layout
/// </summary>
internal static class RefFiles
{
    private const int MostSteps = 5;
    private const int DeepestFolder = 64;
    private const int MostBytes = 1 << 12;

    private static readonly System.Buffers.SearchValues<char> s_forbidden = System.Buffers.SearchValues.Create(
        [' ', '~', '^', ':', '?', '*', '[', '\\', '\x7f', '\ufffd', .. Enumerable.Range(0, 32).Select(control => (char)control)]);

    /// <summary>Every ref with the object that it names, by name; null where git is to be asked.</summary>
    public static IReadOnlyList<GitRef>? Read(GitRepository repository)
    {
        try
        {
            var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
            if (!TryAddFiles(new DirectoryInfo(Path.Combine(repository.CommonPath, "refs")), "refs/", 0, isShared: repository.CommonPath != repository.GitPath, texts)) return null;
            // A linked worktree has refs of its own beside those of all.
            if (repository.CommonPath != repository.GitPath && !TryAddFiles(new DirectoryInfo(Path.Combine(repository.GitPath, "refs")), "refs/", 0, isShared: false, texts)) return null;
            // After the single ones: a ref that is packed meanwhile is then met twice, not missed.
            if (!TryAddPacked(Path.Combine(repository.CommonPath, "packed-refs"), texts)) return null;
            var refs = new List<GitRef>(texts.Count);
            foreach (var name in texts.Keys)
            {
                if (Resolve(name, texts) is not { } id) return null;
                refs.Add(new GitRef(id, name));
            }
            return refs;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>True for a name that git takes for a ref's: see https://git-scm.com/docs/git-check-ref-format.</summary>
    public static bool IsName(string name) =>
        !name.AsSpan().ContainsAny(s_forbidden) && !name.Contains("..", StringComparison.Ordinal) && !name.Contains("@{", StringComparison.Ordinal)
        && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && part[^1] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));

    private static bool TryAddPacked(string path, SortedDictionary<string, string> texts)
    {
        if (!File.Exists(path)) return true;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] is '#' or '^') continue;
            var space = line.IndexOf(' ');
            if (space < 0 || !IsName(line[(space + 1)..])) return false;
            texts.TryAdd(line[(space + 1)..], line[..space]);
        }
        return true;
    }

    /// <param name="isShared">True for the refs of all worktrees, seen from a linked one: those of the main worktree alone are not its.</param>
    private static bool TryAddFiles(DirectoryInfo folder, string prefix, int depth, bool isShared, SortedDictionary<string, string> texts)
    {
        if (!folder.Exists) return true;
        if (folder.LinkTarget is not null || depth > DeepestFolder) return false;
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (depth == 0 && isShared && entry.Name is "bisect" or "worktree" or "rewritten") continue;
            var name = prefix + entry.Name;
            if (entry is DirectoryInfo inner)
            {
                if (!TryAddFiles(inner, name + "/", depth + 1, isShared, texts)) return false;
                continue;
            }
            // git writes a ref under this name before it is one.
            if (name.EndsWith(".lock", StringComparison.Ordinal)) continue;
            if (entry.LinkTarget is not null || !IsName(name) || entry is FileInfo { Length: > MostBytes }) return false;
            texts[name] = File.ReadAllText(entry.FullName).Trim();
        }
        return true;
    }

    private static ObjectId? Resolve(string name, SortedDictionary<string, string> texts)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (!texts.TryGetValue(name, out var text)) return null;
            if (ObjectId.TryParse(text, out var id)) return id.IsNull ? null : id;
            if (!text.StartsWith("ref:", StringComparison.Ordinal)) return null;
            name = text["ref:".Length..].Trim();
        }
        return null;
    }
}
