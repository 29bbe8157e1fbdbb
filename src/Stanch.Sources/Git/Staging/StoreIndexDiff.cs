using Stanch.Sources.Git.Packs;
using Stanch.Sources.Git.Trees;

namespace Stanch.Sources.Git.Staging;

/// <summary>Compares the index with a commit in process; what it does not know or cannot read it leaves to git.</summary>
internal sealed class StoreIndexDiff(GitRepository repository, ObjectStore store, IObjectReader others) : IIndexDiff
{
    private readonly GitIndexDiff _git = new(repository);

    public string? Compare(ObjectId? head, IIndexDiff.ChangeHandler each, CancellationToken cancellation) =>
        TryCompare(head) is { } changes ? Tell(changes, each) : _git.Compare(head, each, cancellation);

    private static string? Tell(IEnumerable<StagedChange> changes, IIndexDiff.ChangeHandler each)
    {
        foreach (var change in changes)
        {
            each(new RawChange
            {
                Old = change.Old,
                New = change.New,
                OldIsSubmodule = change.OldMode == EntryMode.Submodule,
                NewIsSubmodule = change.NewMode == EntryMode.Submodule,
                Status = (byte)change.Status,
                Path = change.Path,
            });
        }
        return null;
    }

    private List<StagedChange>? TryCompare(ObjectId? head)
    {
        using var trees = new TreeReader(store, others);
        try
        {
            if (!Path.Exists(repository.IndexPath)) return [];
            if ((head is { } commit ? trees.TreeOf(commit) : EmptyTree.Of(repository)) is not { } tree) return null;
            using var index = IndexFile.Open(repository.IndexPath, store.IdLength);
            return index is null ? null : new IndexComparison(index, trees).TryRun(tree);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }
}
