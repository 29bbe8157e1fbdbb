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

    public static ReadOnlySpan<byte> Name(ObjectKind kind) => kind switch
    {
        ObjectKind.Blob => "blob"u8,
        ObjectKind.Tree => "tree"u8,
        ObjectKind.Commit => "commit"u8,
        ObjectKind.Tag => "tag"u8,
        _ => "unknown"u8,
    };
}
