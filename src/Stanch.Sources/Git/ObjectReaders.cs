using Stanch.Sources.Git.Packs;
using Stanch.Sources.Git.Staging;
using Stanch.Sources.Git.Trees;

namespace Stanch.Sources.Git;

/// <summary>The one place that chooses how a repository's objects are read, its trees compared and its index read.</summary>
internal sealed class ObjectReaders : IDisposable
{
    private ObjectReaders(IObjectReader objects, ITreeDiff trees, IIndexDiff index)
    {
        Objects = objects;
        Trees = trees;
        Index = index;
    }

    public IObjectReader Objects { get; }

    public ITreeDiff Trees { get; }

    public IIndexDiff Index { get; }

    /// <summary>Our own readers; git's, where the store has something in it that ours do not know.</summary>
    public static ObjectReaders For(GitRepository repository)
    {
        var git = new CatFileReader(repository);
        if (repository.IdLength is { } idLength)
        {
            try
            {
                var (main, alternates) = repository.Objects;
                var store = ObjectStore.Open(main, alternates, idLength);
                return new ObjectReaders(new StoreReader(store, git), new StoreTreeDiff(store, git), new StoreIndexDiff(repository, store, git));
            }
            catch (NotSupportedException)
            {
                // git's are the answer.
            }
        }
        return new ObjectReaders(git, new GitTreeDiff(repository.Git), new GitIndexDiff(repository));
    }

    public void Dispose() => Objects.Dispose();
}
