namespace Stanch.Sources.Git.Packs;

/// <summary>Objects that deltas were or may be built on, by their place: what was used lately stays, and not more than a bound.</summary>
/// <param name="mostBytes">Of each of the two generations.</param>
internal sealed class BaseCache(int mostBytes)
{
    private Dictionary<(PackFile, long), (ObjectKind Kind, byte[] Bytes)> _young = [];
    private Dictionary<(PackFile, long), (ObjectKind Kind, byte[] Bytes)> _old = [];
    private long _bytes;

    public bool TryGet(PackFile pack, long offset, out (ObjectKind Kind, byte[] Bytes) held)
    {
        if (_young.TryGetValue((pack, offset), out held)) return true;
        if (!_old.TryGetValue((pack, offset), out held)) return false;
        Add(pack, offset, held.Kind, held.Bytes);
        return true;
    }

    public void Add(PackFile pack, long offset, ObjectKind kind, byte[] bytes)
    {
        if (bytes.Length > mostBytes / 4 || !_young.TryAdd((pack, offset), (kind, bytes))) return;
        _bytes += bytes.Length;
        if (_bytes <= mostBytes) return;
        (_old, _young) = (_young, _old);
        _young.Clear();
        _bytes = 0;
    }
}
