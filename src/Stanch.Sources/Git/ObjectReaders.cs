using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git;

/// <summary>The one place that chooses how a repository's objects are read.</summary>
internal static class ObjectReaders
{
    private const int Sha1Length = ObjectId.Sha1Hex / 2;
    private const int Sha256Length = ObjectId.Sha256Hex / 2;

    /// <summary>Our own reader; git's, where the store has something in it that ours does not know.</summary>
    public static IObjectReader For(GitRepository repository)
    {
        var git = new CatFileReader(repository);
        if (IdLength(repository) is not { } idLength) return git;
        try
        {
            var (main, alternates) = repository.Objects;
            return new StoreReader(ObjectStore.Open(main, alternates, idLength), git);
        }
        catch (NotSupportedException)
        {
            return git;
        }
    }

    private static int? IdLength(GitRepository repository) => repository.ObjectFormat switch
    {
        "sha1" => Sha1Length,
        "sha256" => Sha256Length,
        _ => null,
    };
}
