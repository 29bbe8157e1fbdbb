using System.Text;
using Stanch.Sources.Git.Trees;

namespace Stanch.Sources.Git;

/// <summary>
/// The files as a commit has them, read without a working tree: what a repository's owner agreed to, whatever a change to it brings. Safe for many
/// threads; git is not started for it.
/// </summary>
public sealed class CommitFiles : IDisposable
{
    private readonly ObjectReaders _readers;
    private readonly Dictionary<ObjectId, byte[]?> _read = [];
    private readonly Lock _gate = new();
    private readonly ObjectId? _tree;
    private readonly int _idLength;

    private CommitFiles(GitRepository repository, ObjectId? commit)
    {
        _readers = ObjectReaders.For(repository);
        _idLength = repository.IdLength ?? ObjectId.Sha1Hex / 2;
        _tree = commit is { } id && Read(id) is { } content && CommitObject.TryParseLinks(id, content, out var links) ? links.Tree : null;
    }

    /// <summary>The files of the commit that HEAD names: of a bare repository its default branch, and in a pre-receive hook that before the push.</summary>
    /// <exception cref="SourceException">The folder lies in no repository.</exception>
    public static CommitFiles AtHead(string folder)
    {
        var environment = GitEnvironment.Current.In(folder);
        var repository = GitRepository.OfHook(environment) ?? GitRepository.Discover(folder, environment);
        return new CommitFiles(repository, repository.Info.Head is { } head && ObjectId.TryParse(head, out var id) ? id : null);
    }

    /// <summary>The files of a commit.</summary>
    /// <exception cref="SourceException">The folder lies in no repository.</exception>
    public static CommitFiles At(string folder, string commit)
    {
        var environment = GitEnvironment.Current.In(folder);
        var repository = GitRepository.OfHook(environment) ?? GitRepository.Discover(folder, environment);
        return new CommitFiles(repository, ObjectId.TryParse(commit, out var id) ? id : null);
    }

    /// <summary>False where there is no such commit: it has no files.</summary>
    public bool IsThere => _tree is not null;

    /// <summary>The content of a file; null where the commit has none of that path.</summary>
    /// <param name="path">Relative to the top, with forward slashes.</param>
    public byte[]? Read(string path)
    {
        lock (_gate)
        {
            var (id, isTree) = (_tree, true);
            foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                if (id is not { } folder || !isTree || Read(folder) is not { } entries) return null;
                (id, isTree) = Find(entries, Encoding.UTF8.GetBytes(name));
            }

            return id is { } file && !isTree ? Read(file) : null;
        }
    }

    public void Dispose() => _readers.Dispose();

    // A link counts as no file: what it names could be anything.
    private (ObjectId? Id, bool IsTree) Find(ReadOnlySpan<byte> entries, ReadOnlySpan<byte> name)
    {
        while (TreeEntry.TryRead(entries, _idLength, out var entry))
        {
            if (entry.Name.SequenceEqual(name)) return entry.Mode is EntryMode.Submodule or EntryMode.Link ? (null, false) : (entry.Id, entry.IsTree);
            entries = entries[entry.Length..];
        }

        return (null, false);
    }

    private byte[]? Read(ObjectId id)
    {
        if (_read.TryGetValue(id, out var known)) return known;
        var contents = ObjectContents<byte[]>.Read(_readers.Objects, [id], (_, content) => content.ToArray(), CancellationToken.None);
        return _read[id] = contents.GetValueOrDefault(id);
    }
}
