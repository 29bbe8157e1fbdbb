using System.Buffers.Binary;
using System.Numerics;

namespace Stanch.Detection.Proofs;

/// <summary>Marvin32, the keyed checksum that Microsoft puts into identifiable keys. <see href="https://github.com/microsoft/security-utilities"/></summary>
internal static class Marvin
{
    /// <summary>The 32-bit checksum of <paramref name="data"/> under <paramref name="seed"/>.</summary>
    public static uint Of(ReadOnlySpan<byte> data, ulong seed)
    {
        var p0 = (uint)seed;
        var p1 = (uint)(seed >> 32);
        while (data.Length >= sizeof(uint))
        {
            p0 += BinaryPrimitives.ReadUInt32LittleEndian(data);
            Mix(ref p0, ref p1);
            data = data[sizeof(uint)..];
        }

        // The rest is closed by one byte of 0x80, as in MD5 and its kin.
        var last = 0x80u;
        for (var i = data.Length - 1; i >= 0; i--)
        {
            last = last << 8 | data[i];
        }

        p0 += last;
        Mix(ref p0, ref p1);
        Mix(ref p0, ref p1);
        return p0 ^ p1;
    }

    private static void Mix(ref uint p0, ref uint p1)
    {
        p1 ^= p0;
        p0 = BitOperations.RotateLeft(p0, 20);
        p0 += p1;
        p1 = BitOperations.RotateLeft(p1, 9);
        p1 ^= p0;
        p0 = BitOperations.RotateLeft(p0, 27);
        p0 += p1;
        p1 = BitOperations.RotateLeft(p1, 19);
    }
}
