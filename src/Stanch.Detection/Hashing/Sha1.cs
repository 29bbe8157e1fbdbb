using System.Buffers.Binary;
using System.Numerics;

namespace Stanch.Detection.Hashing;

/// <summary>
/// SHA-1 (https://www.rfc-editor.org/rfc/rfc3174) in our own code: the system's library is several times faster, but loading it costs a hook 4 ms, more than
/// the whole scan of what is staged, and it may be missing. It names objects of git here, and secrets in other tools' files; it protects nothing.
/// </summary>
public static class Sha1
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = 20;

    private const int BlockLength = 64;
    private const int Rounds = 80;

    /// <summary>The hash of two texts, one after the other.</summary>
    /// <param name="header">Shorter than 64 bytes.</param>
    /// <param name="hash">At least <see cref="HashLength"/> bytes.</param>
    public static void Hash(ReadOnlySpan<byte> header, ReadOnlySpan<byte> content, Span<byte> hash)
    {
        Span<uint> state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
        Span<byte> block = stackalloc byte[2 * BlockLength];
        block.Clear();
        header.CopyTo(block);
        var first = Math.Min(content.Length, BlockLength - header.Length);
        content[..first].CopyTo(block[header.Length..]);
        var rest = content[first..];
        var held = header.Length + first;
        if (held == BlockLength)
        {
            Mix(state, block);
            for (; rest.Length >= BlockLength; rest = rest[BlockLength..]) Mix(state, rest);
            block.Clear();
            rest.CopyTo(block);
            held = rest.Length;
        }
        block[held] = 0x80;
        var end = held < BlockLength - sizeof(ulong) ? BlockLength : 2 * BlockLength;
        BinaryPrimitives.WriteUInt64BigEndian(block[(end - sizeof(ulong))..], (ulong)(header.Length + (long)content.Length) * 8);
        for (var at = 0; at < end; at += BlockLength) Mix(state, block[at..]);
        for (var i = 0; i < state.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(hash[(i * sizeof(uint))..], state[i]);
    }

    private static void Mix(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[Rounds];
        for (var i = 0; i < BlockLength / sizeof(uint); i++) words[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..]);
        for (var i = BlockLength / sizeof(uint); i < Rounds; i++) words[i] = BitOperations.RotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4]);
        for (var i = 0; i < Rounds; i++)
        {
            var mixed = i switch
            {
                < 20 => ((b & c) | (~b & d)) + 0x5a827999,
                < 40 => (b ^ c ^ d) + 0x6ed9eba1,
                < 60 => ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc,
                _ => (b ^ c ^ d) + 0xca62c1d6,
            };
            (a, b, c, d, e) = (BitOperations.RotateLeft(a, 5) + mixed + e + words[i], a, BitOperations.RotateLeft(b, 30), c, d);
        }
        (state[0], state[1], state[2], state[3], state[4]) = (state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e);
    }
}
