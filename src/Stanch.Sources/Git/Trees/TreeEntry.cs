namespace Stanch.Sources.Git.Trees;

/// <summary>One entry of a tree object: mode, name, id. Format: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_tree_objects</summary>
internal readonly ref struct TreeEntry
{
    public ReadOnlySpan<byte> Name { get; private init; }

    public ObjectId Id { get; private init; }

    /// <summary>As git understands it, whatever the tree says.</summary>
    public EntryMode Mode { get; private init; }

    /// <summary>Bytes of the entry in the tree; 0 for none.</summary>
    public int Length { get; private init; }

    public bool IsTree => Mode == EntryMode.Tree;

    public bool IsNone => Length == 0;

    /// <summary>Reads the entry that the bytes start with; false where none does.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, int idLength, out TreeEntry entry)
    {
        entry = default;
        var space = bytes.IndexOf((byte)' ');
        if (space <= 0 || !EntryModes.TryParse(bytes[..space], out var mode)) return false;
        var nameLength = bytes[(space + 1)..].IndexOf((byte)0);
        var id = space + nameLength + 2;
        if (nameLength <= 0 || bytes.Length - id < idLength) return false;
        entry = new TreeEntry { Name = bytes.Slice(space + 1, nameLength), Id = ObjectId.FromBytes(bytes.Slice(id, idLength)), Mode = mode, Length = id + idLength };
        return true;
    }

    /// <summary>The order of entries in a tree: that of their names, a folder's as if a slash stood behind it.</summary>
    public static int Compare(ReadOnlySpan<byte> x, bool xIsTree, ReadOnlySpan<byte> y, bool yIsTree)
    {
        var shared = x.CommonPrefixLength(y);
        return After(x, xIsTree, shared) - After(y, yIsTree, shared);
    }

    private static int After(ReadOnlySpan<byte> name, bool isTree, int at) => at < name.Length ? name[at] : isTree && at == name.Length ? '/' : 0;
}
