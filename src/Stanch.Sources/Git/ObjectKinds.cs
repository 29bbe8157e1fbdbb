namespace Stanch.Sources.Git;

/// <summary>The names that git gives to kinds of objects.</summary>
internal static class ObjectKinds
{
    public static ObjectKind Parse(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("blob"u8) => ObjectKind.Blob,
        _ when name.SequenceEqual("tree"u8) => ObjectKind.Tree,
        _ when name.SequenceEqual("commit"u8) => ObjectKind.Commit,
        _ when name.SequenceEqual("tag"u8) => ObjectKind.Tag,
        _ => ObjectKind.Unknown,
    };
}
