using System.Text;
using Stanch.Detection.Paths;

namespace Stanch.Sources.Files;

/// <summary>
/// What git leaves out in a folder: the <c>.gitignore</c> files of the folder and of those above it up to the repository's root, and the repository's own
/// <c>info/exclude</c>. A repository within another answers for itself. Files that git tracks although a rule matches them are left out too.
/// </summary>
internal sealed class GitIgnoreRules
{
    public static readonly GitIgnoreRules None = new(IgnoreScope.None, "", 0);

    private const int LongestFile = 1 << 20;
    private readonly IgnoreScope _scope;
    private readonly string _prefix;
    private readonly int _skipped;

    /// <param name="scope">The rules, by paths relative to the repository.</param>
    /// <param name="prefix">The way from the repository to the walk's root, with a slash at its end; empty where the root is the repository or holds it.</param>
    /// <param name="skipped">Length of the way from the walk's root to the repository, with its slash.</param>
    private GitIgnoreRules(IgnoreScope scope, string prefix, int skipped)
    {
        _scope = scope;
        _prefix = prefix;
        _skipped = skipped;
    }

    /// <summary>The rules at the start of a walk: those that stand in the folders above it.</summary>
    public static GitIgnoreRules Above(IFileSystem files, string root)
    {
        var repository = root;
        while (!Directory.Exists(Path.Combine(repository, ".git")) && !File.Exists(Path.Combine(repository, ".git")))
        {
            if (Path.GetDirectoryName(repository) is not { } parent)
            {
                return None;
            }

            repository = parent;
        }

        var scope = IgnoreScope.None.Enter("", Read(files, ExcludeFile(files, new FilePath(repository))));
        var below = Path.GetRelativePath(repository, root) is var way && way == "." ? [] : way.Split(Path.DirectorySeparatorChar);
        for (var depth = 0; depth < below.Length; depth++)
        {
            var folder = Path.Combine([repository, .. below[..depth]]);
            scope = scope.Enter(string.Join('/', below[..depth]), Read(files, new FilePath(folder).Join(".gitignore"u8)));
        }

        return new GitIgnoreRules(scope, string.Concat(below.Select(name => name + "/")), 0);
    }

    /// <summary>The rules inside a folder.</summary>
    /// <param name="relative">The way to it from the walk's root, without slashes at its ends.</param>
    public GitIgnoreRules Enter(IFileSystem files, FilePath folder, string relative, List<FileEntry> entries)
    {
        var rules = this;
        if (relative.Length > 0 && entries.Exists(entry => entry.Name.AsSpan().SequenceEqual(".git"u8)))
        {
            rules = new GitIgnoreRules(IgnoreScope.None.Enter("", Read(files, ExcludeFile(files, folder))), "", relative.Length + 1);
        }

        if (!entries.Exists(entry => entry.Kind == FileKind.File && entry.Name.AsSpan().SequenceEqual(".gitignore"u8)))
        {
            return rules;
        }

        var scope = rules._scope.Enter(rules.InRepository(relative).TrimEnd('/'), Read(files, folder.Join(".gitignore"u8)));
        return new GitIgnoreRules(scope, rules._prefix, rules._skipped);
    }

    /// <summary>True for an entry that is left out.</summary>
    /// <param name="relative">The way to it from the walk's root.</param>
    public bool Ignores(string relative, bool isFolder) => !ReferenceEquals(_scope, IgnoreScope.None) && _scope.IsIgnored(InRepository(relative), isFolder);

    private string InRepository(string relative) => _skipped > 0 ? relative[Math.Min(_skipped, relative.Length)..] : _prefix + relative;

    // A linked worktree's or submodule's ".git" is a file that names the folder; what all worktrees share is in that one's "commondir".
    private static FilePath ExcludeFile(IFileSystem files, FilePath repository)
    {
        var git = repository.Join(".git"u8);
        if (ReadText(files, git) is { } link && link.StartsWith("gitdir: ", StringComparison.Ordinal))
        {
            git = new FilePath(Path.Combine(repository.ToString(), link["gitdir: ".Length..].TrimEnd('\r', '\n')));
            if (ReadText(files, git.Join("commondir"u8)) is { } common)
            {
                git = new FilePath(Path.Combine(git.ToString(), common.TrimEnd('\r', '\n')));
            }
        }

        return git.Join("info"u8).Join("exclude"u8);
    }

    private static IgnoreFile Read(IFileSystem files, FilePath path) => ReadText(files, path) is { } text ? IgnoreFile.Parse(text) : IgnoreFile.Empty;

    // What is not there says nothing; a file that cannot be read says so when the walk comes to it.
    private static string? ReadText(IFileSystem files, FilePath path)
    {
        try
        {
            using var file = files.Open(path, followLink: false);
            using var content = new MemoryStream();
            var buffer = new byte[4096];
            int got;
            while (content.Length < LongestFile && (got = file.Read(buffer)) > 0)
            {
                content.Write(buffer, 0, got);
            }

            return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
