using System.Buffers.Binary;
using System.Numerics;

namespace Stanch.Detection.Hashing;

/// <summary>
/// SHA-256 (https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf) in our own code. On Linux .NET takes its hashes from OpenSSL: loading that costs more than
/// hashing what a scan hashes, and where it is missing, as in slim containers, the program would be aborted at the moment it finds something. Of one thread.
/// </summary>
public sealed class Sha256
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = 32;

    /// <summary>Bytes of a block.</summary>
    internal const int BlockLength = 64;

    private const int Rounds = 64;

    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private readonly uint[] _state = new uint[8];
    private readonly byte[] _block = new byte[BlockLength];
    private int _held;
    private long _length;

    /// <summary>Starts anew.</summary>
    public Sha256() => Restart();

    /// <summary>The hash of a text.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        var hash = new byte[HashLength];
        Hash(data, hash);
        return hash;
    }

    /// <summary>The hash of a text.</summary>
    /// <param name="hash">At least <see cref="HashLength"/> bytes.</param>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        var made = new Sha256();
        made.Append(data);
        made.Finish(hash);
    }

    /// <summary>Adds to what is hashed.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        _length += data.Length;
        if (_held > 0)
        {
            var count = Math.Min(data.Length, BlockLength - _held);
            data[..count].CopyTo(_block.AsSpan(_held));
            _held += count;
            data = data[count..];
            if (_held < BlockLength)
            {
                return;
            }

            Mix(_state, _block);
            _held = 0;
        }

        for (; data.Length >= BlockLength; data = data[BlockLength..])
        {
            Mix(_state, data);
        }

        data.CopyTo(_block);
        _held = data.Length;
    }

    /// <summary>Writes the hash of what was added, and starts anew.</summary>
    /// <param name="hash">At least <see cref="HashLength"/> bytes.</param>
    public void Finish(Span<byte> hash)
    {
        var bits = (ulong)_length * 8;
        Span<byte> end = stackalloc byte[BlockLength + sizeof(ulong) + 1];
        end.Clear();
        end[0] = 0x80;
        var zeros = (2 * BlockLength - sizeof(ulong) - 1 - _held) % BlockLength;
        BinaryPrimitives.WriteUInt64BigEndian(end[(1 + zeros)..], bits);
        Append(end[..(1 + zeros + sizeof(ulong))]);
        for (var i = 0; i < _state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash[(i * sizeof(uint))..], _state[i]);
        }

        Restart();
    }

    private void Restart()
    {
        ReadOnlySpan<uint> first = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
        first.CopyTo(_state);
        (_held, _length) = (0, 0);
    }

    private static void Mix(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[Rounds];
        for (var i = 0; i < BlockLength / sizeof(uint); i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..]);
        }

        for (var i = BlockLength / sizeof(uint); i < Rounds; i++)
        {
            var (early, late) = (words[i - 15], words[i - 2]);
            words[i] = words[i - 16] + words[i - 7]
                + (BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3))
                + (BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10));
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var i = 0; i < Rounds; i++)
        {
            var first = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25)) + ((e & f) ^ (~e & g)) + Constants[i] + words[i];
            var second = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            (a, b, c, d, e, f, g, h) = (first + second, a, b, c, d + first, e, f, g);
        }

        (state[0], state[1], state[2], state[3]) = (state[0] + a, state[1] + b, state[2] + c, state[3] + d);
        (state[4], state[5], state[6], state[7]) = (state[4] + e, state[5] + f, state[6] + g, state[7] + h);
    }
}
