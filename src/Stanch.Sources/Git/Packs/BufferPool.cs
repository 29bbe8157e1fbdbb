using System.Numerics;

namespace Stanch.Sources.Git.Packs;

/// <summary>
/// Buffers of one thread, used again and again. What it keeps is bounded for each size by itself: many small ones would else leave no room for the large one that
/// the next version of a large file needs, and each of those that is made anew costs a collection of everything. What it hands out is not bounded.
/// </summary>
internal sealed class BufferPool
{
    private const int SmallestLength = 512;
    private const int MostKeptOfSize = 256 << 10;
    private const int MostKeptTwice = 1 << 20;
    private const int LargestKept = 4 << 20;
    private const int MostKeptInAll = 12 << 20;

    // Sizes are 5, 6, 7 and 8 eighths of a power of two: a fifth of a buffer is wasted at most.
    private const int SizesOfPower = 4;

    private readonly Stack<byte[]>[] _kept = [.. Enumerable.Range(0, 32 * SizesOfPower).Select(_ => new Stack<byte[]>(0))];
    private int _bytes;

    /// <summary>A buffer of at least this length; what is in it is left from before.</summary>
    public byte[] Rent(int length)
    {
        var (place, size) = SizeFor(length);
        if (!_kept[place].TryPop(out var buffer)) return GC.AllocateUninitializedArray<byte>(size);
        _bytes -= size;
        return buffer;
    }

    /// <summary>Takes a buffer back, or lets it go: also one that is not from here.</summary>
    public void Return(byte[] buffer)
    {
        var (place, size) = SizeFor(buffer.Length);
        if (size != buffer.Length || _kept[place].Count >= MostKept(size) || _bytes + size > MostKeptInAll) return;
        _bytes += size;
        _kept[place].Push(buffer);
    }

    private static int MostKept(int size) => size > LargestKept ? 0 : size > MostKeptTwice ? 1 : Math.Max(2, MostKeptOfSize / size);

    private static (int Place, int Size) SizeFor(int length)
    {
        var last = Math.Max(length, SmallestLength) - 1;
        var shift = BitOperations.Log2((uint)last) - 2;
        var eighths = last >> shift;
        return (shift * SizesOfPower + eighths - SizesOfPower, eighths + 1 << shift);
    }
}
