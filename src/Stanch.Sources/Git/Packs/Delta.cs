using Stanch.Detection.Deltas;

namespace Stanch.Sources.Git.Packs;

/// <summary>A delta: copies from a base, and bytes to insert. Format: https://git-scm.com/docs/gitformat-pack#_deltified_representation</summary>
internal static class Delta
{
    private const int MostSizeBits = 56;
    private const int LargestCopy = 0x10000;

    /// <summary>Reads the sizes of base and result, and leaves the instructions; false where the delta is cut off.</summary>
    public static bool TryReadSizes(ref ReadOnlySpan<byte> delta, out long baseSize, out long size)
    {
        size = 0;
        return TryReadSize(ref delta, out baseSize) && TryReadSize(ref delta, out size);
    }

    /// <summary>Makes the result; false where an instruction reaches outside of the base or the result, or the result is not filled.</summary>
    public static bool TryApply(ReadOnlySpan<byte> instructions, ReadOnlySpan<byte> from, Span<byte> result)
    {
        while (instructions.Length > 0)
        {
            var code = instructions[0];
            ReadOnlySpan<byte> piece;
            if ((code & 0x80) != 0)
            {
                if (!TryReadCopy(ref instructions, out var offset, out var length) || offset > from.Length || length > from.Length - offset) return false;
                piece = from.Slice(offset, length);
            }
            else
            {
                if (code == 0 || instructions.Length <= code) return false;
                piece = instructions.Slice(1, code);
                instructions = instructions[(code + 1)..];
            }
            if (piece.Length > result.Length) return false;
            piece.CopyTo(result);
            result = result[piece.Length..];
        }
        return result.Length == 0;
    }

    /// <summary>Lists what a delta that fits its base copies; neighbours in both become one.</summary>
    public static void ListCopies(ReadOnlySpan<byte> instructions, List<CopiedPart> copies)
    {
        copies.Clear();
        for (var at = 0; instructions.Length > 0;)
        {
            if ((instructions[0] & 0x80) == 0)
            {
                at += instructions[0];
                instructions = instructions[(instructions[0] + 1)..];
                continue;
            }
            if (!TryReadCopy(ref instructions, out var offset, out var length)) return;
            if (copies.Count > 0 && copies[^1] is var last && last.End == at && last.From + last.Length == offset) copies[^1] = last with { Length = last.Length + length };
            else copies.Add(new CopiedPart(at, length, offset));
            at += length;
        }
    }

    private static bool TryReadCopy(ref ReadOnlySpan<byte> instructions, out int offset, out int length)
    {
        var code = instructions[0];
        var used = 1;
        (offset, length) = (0, 0);
        if (instructions.Length < 1 + System.Numerics.BitOperations.PopCount((uint)code & 0x7f)) return false;
        if ((code & 1) != 0) offset = instructions[used++];
        if ((code & 2) != 0) offset |= instructions[used++] << 8;
        if ((code & 4) != 0) offset |= instructions[used++] << 16;
        if ((code & 8) != 0) offset |= instructions[used++] << 24;
        if ((code & 16) != 0) length = instructions[used++];
        if ((code & 32) != 0) length |= instructions[used++] << 8;
        if ((code & 64) != 0) length |= instructions[used++] << 16;
        if (length == 0) length = LargestCopy;
        instructions = instructions[used..];
        return offset >= 0;
    }

    private static bool TryReadSize(ref ReadOnlySpan<byte> delta, out long size)
    {
        size = 0;
        for (var (at, shift) = (0, 0); at < delta.Length && shift <= MostSizeBits; at++, shift += 7)
        {
            size |= (long)(delta[at] & 0x7f) << shift;
            if ((delta[at] & 0x80) != 0) continue;
            delta = delta[(at + 1)..];
            return size >= 0;
        }
        return false;
    }
}
