using Stanch.Detection.Deltas;

namespace Stanch.Sources.Git.Packs;

/// <summary>An object that was unfolded on the walk, kept until the last delta on it is; or the reason why there is none.</summary>
internal sealed class WalkedContent
{
    public static readonly WalkedContent TooLarge = new(StoredObject.TooLarge);

    private readonly byte[] _bytes;
    private readonly int _length;
    private readonly bool _isPooled;
    private int _uses;

    /// <summary>Takes a buffer of the pool.</summary>
    public WalkedContent(ObjectKind kind, byte[] bytes, int length)
    {
        Kind = kind;
        _bytes = bytes;
        _length = length;
        _isPooled = true;
    }

    /// <summary>Takes an object whose bytes others hold too.</summary>
    public WalkedContent(StoredObject stored)
    {
        (Kind, _bytes, _length) = (stored.Kind, stored.Bytes, stored.Bytes.Length);
        (Gap, Why) = (stored.Gap, stored.Why);
    }

    public ObjectKind Kind { get; }

    /// <summary>Null where the bytes are here.</summary>
    public GapKind? Gap { get; }

    public string Why { get; } = "";

    /// <summary>What its consumer wants to see again with the deltas on it.</summary>
    public BlobTrace? Trace { get; set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Says how many deltas will be built on it, on any thread; with none, its buffer goes back.</summary>
    public void KeepFor(int uses, BufferPool pool)
    {
        if (!_isPooled) return;
        _uses = uses;
        if (uses == 0) pool.Return(_bytes);
    }

    /// <summary>One of them is built.</summary>
    public void Release(BufferPool pool)
    {
        if (_isPooled && Interlocked.Decrement(ref _uses) == 0) pool.Return(_bytes);
    }
}
