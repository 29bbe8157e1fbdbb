namespace Stanch.Sources.Git;

/// <summary>The tree without entries: git knows it in every repository, be it stored or not.</summary>
internal static class EmptyTree
{
    private static readonly ObjectId Sha1 = ObjectId.ParseOrNull("4b825dc642cb6eb9a060e54bf8d69288fbee4904"u8);
    private static readonly ObjectId Sha256 = ObjectId.ParseOrNull("6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"u8);

    public static ObjectId Of(GitRepository repository) => repository.ObjectFormat == "sha256" ? Sha256 : Sha1;

    public static bool Is(ObjectId id) => id == Sha1 || id == Sha256;
}
