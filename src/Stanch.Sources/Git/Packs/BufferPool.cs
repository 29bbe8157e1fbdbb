using System.Numerics;

namespace Stanch.Sources.Git.Packs;

/// <summary>Buffers of one thread, used again and again. What it keeps is bounded; what it hands out is not.</summary>
internal sealed class BufferPool
{
    private const int SmallestBits = 9;
    private const int MostKept = 4 << 20;

    private readonly Stack<byte[]>[] _kept = [.. Enumerable.Range(0, 32).Select(_ => new Stack<byte[]>())];
    private int _bytes;

    /// <summary>A buffer of at least this length; what is in it is left from before.</summary>
    public byte[] Rent(int length)
    {
        var bits = Bits(length);
        if (!_kept[bits].TryPop(out var buffer)) return GC.AllocateUninitializedArray<byte>(1 << bits);
        _bytes -= buffer.Length;
        return buffer;
    }

    /// <summary>Takes a buffer back, or lets it go: also one that is not from here.</summary>
    public void Return(byte[] buffer)
    {
        if (!BitOperations.IsPow2(buffer.Length) || buffer.Length < 1 << SmallestBits || _bytes + buffer.Length > MostKept) return;
        _bytes += buffer.Length;
        _kept[Bits(buffer.Length)].Push(buffer);
    }

    private static int Bits(int length) => Math.Max(SmallestBits, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, length - 1)));
}
