using System.Buffers.Text;

namespace Stanch.Sources.Git.Staging;

/// <summary>
/// A folder of the index and its tree, where that is known: the index keeps it for the next commit, and git makes the commit of it, so it says
/// what is staged. Format: https://git-scm.com/docs/gitformat-index#_cache_tree
/// </summary>
internal sealed class CachedTree
{
    /// <summary>A folder of which nothing is known.</summary>
    public static readonly CachedTree Unknown = new([], -1, default);

    private readonly byte[] _name;
    private readonly List<CachedTree> _folders = [];
    private Dictionary<byte[], CachedTree>? _byName;

    private CachedTree(byte[] name, int count, ObjectId id)
    {
        _name = name;
        Count = count;
        Id = id;
    }

    /// <summary>Entries of the index in and below the folder; −1 where it has changed since.</summary>
    public int Count { get; }

    public ObjectId Id { get; }

    /// <summary>Reads the top folder and all below it. Damage makes all unknown: that is slower, not wrong.</summary>
    public static CachedTree Read(ReadOnlySpan<byte> bytes, int idLength)
    {
        var above = new CachedTree([], -1, default);
        var open = new Stack<(CachedTree Folder, int Left)>([(above, 1)]);
        while (open.TryPop(out var level))
        {
            if (level.Left == 0) continue;
            if (TryRead(ref bytes, idLength, out var folders) is not { } folder) return Unknown;
            level.Folder._folders.Add(folder);
            open.Push((level.Folder, level.Left - 1));
            open.Push((folder, folders));
        }
        return above._folders[0];
    }

    /// <summary>A folder in this one.</summary>
    public CachedTree Find(ReadOnlySpan<byte> name)
    {
        if (_folders.Count == 0) return Unknown;
        if (_byName is null)
        {
            _byName = new Dictionary<byte[], CachedTree>(_folders.Count, ByteComparer.Instance);
            foreach (var folder in _folders) _byName[folder._name] = folder;
        }
        return _byName.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var found) ? found : Unknown;
    }

    /// <summary>Reads <c>name NUL count SP folders LF</c>, and behind it the id of a folder that is known.</summary>
    private static CachedTree? TryRead(ref ReadOnlySpan<byte> bytes, int idLength, out int folders)
    {
        folders = 0;
        var nameEnd = bytes.IndexOf((byte)0);
        if (nameEnd < 0) return null;
        var name = bytes[..nameEnd].ToArray();
        if (!TryReadNumber(ref bytes, nameEnd + 1, (byte)' ', out var count) || !TryReadNumber(ref bytes, 0, (byte)'\n', out folders) || folders < 0) return null;
        if (count < 0) return new CachedTree(name, -1, default);
        if (bytes.Length < idLength) return null;
        var id = ObjectId.FromBytes(bytes[..idLength]);
        bytes = bytes[idLength..];
        return new CachedTree(name, count, id);
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> bytes, int at, byte end, out int number)
    {
        bytes = bytes[at..];
        if (!Utf8Parser.TryParse(bytes, out number, out var used) || used == bytes.Length || bytes[used] != end) return false;
        bytes = bytes[(used + 1)..];
        return true;
    }
}
