using System.Buffers.Binary;
using System.Numerics;

namespace Stanch.Detection.Proofs;

/// <summary>MurmurHash3 of 32 bits with seed zero. <see href="https://github.com/aappleby/smhasher/wiki/MurmurHash3"/></summary>
internal static class Murmur3
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 0u;
        var rest = bytes;
        for (; rest.Length >= sizeof(uint); rest = rest[sizeof(uint)..])
        {
            hash = BitOperations.RotateLeft(hash ^ Scrambled(BinaryPrimitives.ReadUInt32LittleEndian(rest)), 13) * 5 + 0xE6546B64;
        }

        Span<byte> tail = stackalloc byte[sizeof(uint)];
        tail.Clear();
        rest.CopyTo(tail);
        return Finished(hash ^ Scrambled(BinaryPrimitives.ReadUInt32LittleEndian(tail)) ^ (uint)bytes.Length);
    }

    private static uint Scrambled(uint block) => BitOperations.RotateLeft(block * 0xCC9E2D51, 15) * 0x1B873593;

    private static uint Finished(uint hash)
    {
        hash = (hash ^ hash >> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >> 13) * 0xC2B2AE35;
        return hash ^ hash >> 16;
    }
}
