using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Stanch.Detection.Decoding;

/// <summary>
/// One pass over a text that finds what may be encoded: runs of the base 64 alphabet whose first bytes decode to text, and the signs of escapes.
/// Nothing more is done for text without them; see <c>DESIGN.md</c> beside this file for what it costs.
/// </summary>
internal static class EncodingGate
{
    /// <summary>The shortest structured secrets have 18 bytes: 24 characters of base 64.</summary>
    public const int LeastRun = 24;

    private const int BlockBytes = 64;

    /// <summary>Finds the pieces, in order of place for each encoding.</summary>
    /// <param name="offset">Bytes before the text in its blob: windows of escapes lie on a grid of the whole blob.</param>
    public static void Sweep(ReadOnlySpan<byte> content, long offset, List<EncodedPiece> pieces, ref EscapeWindows windows)
    {
        windows.Start(offset);
        Sweep(content, 0, content.Length, pieces, ref windows);
        windows.Finish(content, pieces);
    }

    /// <summary>The same for a part that no run of base 64 crosses the borders of; windows are neither started nor finished.</summary>
    public static void Sweep(ReadOnlySpan<byte> content, int from, int to, List<EncodedPiece> pieces, ref EscapeWindows windows)
    {
        // Asked once: the native build's baseline lacks the instruction, and would ask at every use.
        if (Ssse3.IsSupported)
        {
            Sweep<Ssse3Table>(content, from, to, pieces, ref windows);
        }
        else
        {
            Sweep<PortableTable>(content, from, to, pieces, ref windows);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sweep<TTable>(ReadOnlySpan<byte> content, int from, int to, List<EncodedPiece> pieces, ref EscapeWindows windows)
        where TTable : ITable
    {
        ref var first = ref MemoryMarshal.GetReference(content);
        var run = 0;
        var at = from;
        for (; at + BlockBytes < to; at += BlockBytes)
        {
            ref var block = ref Unsafe.Add(ref first, at);
            ulong mask, opened, followed;
            if (Avx2.IsSupported)
            {
                ClassifyWide(ref block, out var members, out var openers, out var followers);
                ClassifyWide(ref Unsafe.Add(ref block, 32), out var highMembers, out var highOpeners, out var highFollowers);
                (mask, opened, followed) = (members | (ulong)highMembers << 32, openers | (ulong)highOpeners << 32, followers | (ulong)highFollowers << 32);
            }
            else
            {
                Classify<TTable>(ref block, out var m0, out var o0, out var f0);
                Classify<TTable>(ref Unsafe.Add(ref block, 16), out var m1, out var o1, out var f1);
                Classify<TTable>(ref Unsafe.Add(ref block, 32), out var m2, out var o2, out var f2);
                Classify<TTable>(ref Unsafe.Add(ref block, 48), out var m3, out var o3, out var f3);
                (mask, opened, followed) = (m0 | m1 << 16 | m2 << 32 | m3 << 48, o0 | o1 << 16 | o2 << 32 | o3 << 48, f0 | f1 << 16 | f2 << 32 | f3 << 48);
            }

            run = mask == ulong.MaxValue ? run + BlockBytes : ReadRuns(content, at, mask, run, pieces);

            // What follows the block's last byte is looked at when it opens something.
            for (var bits = opened & (followed >> 1 | 1UL << 63); bits != 0; bits &= bits - 1)
            {
                See(content, at + BitOperations.TrailingZeroCount(bits), pieces, ref windows);
            }
        }

        for (; at < to; at++)
        {
            if (Base64Alphabet.Holds(content[at]))
            {
                run++;
            }
            else
            {
                EndRun(content, at, run, pieces);
                run = 0;
            }

            if (at + 1 < content.Length)
            {
                See(content, at, pieces, ref windows);
            }
        }

        EndRun(content, to, run, pieces);
    }

    /// <summary>Ends the runs that end in a block.</summary>
    /// <returns>The length so far of the run that does not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadRuns(ReadOnlySpan<byte> content, int at, ulong mask, int run, List<EncodedPiece> pieces)
    {
        var head = BitOperations.TrailingZeroCount(~mask);
        if (run + head >= LeastRun)
        {
            EndRun(content, at + head, run + head, pieces);
        }

        // Each step doubles the length of the runs whose starts are left: 2, 4, 8, 16, then 24.
        var starts = mask & mask >> 1;
        starts &= starts >> 2;
        starts &= starts >> 4;
        var long24 = starts & starts >> 8 & starts >> 16;
        if (long24 != 0)
        {
            EndInnerRuns(content, at, mask, head, pieces);
        }

        return BitOperations.LeadingZeroCount(~mask);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void EndInnerRuns(ReadOnlySpan<byte> content, int at, ulong mask, int head, List<EncodedPiece> pieces)
    {
        for (var from = head; from < BlockBytes;)
        {
            var rest = mask >> from;
            if (rest == 0)
            {
                return;
            }

            from += BitOperations.TrailingZeroCount(rest);
            var length = BitOperations.TrailingZeroCount(~(mask >> from));
            if (from + length >= BlockBytes)
            {
                return;
            }

            EndRun(content, at + from + length, length, pieces);
            from += length;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void EndRun(ReadOnlySpan<byte> content, int end, int length, List<EncodedPiece> pieces)
    {
        if (length >= LeastRun && RunGate.TryAccept(content, end - length, end, out var piece))
        {
            pieces.Add(piece);
        }
    }

    // Bit i: byte i is of the alphabet; may open an escape; may be an opener's second byte. A byte's class is looked up by its two halves: a bit that both
    // tables have says that it is in a set (rows are the high halves).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Classify<TTable>(ref byte start, out ulong members, out ulong openers, out ulong followers)
        where TTable : ITable
    {
        var x = Vector128.LoadUnsafe(ref start);
        var lows = x & Vector128.Create((byte)0x0F);
        var highs = Vector128.ShiftRightLogical(x.AsUInt16(), 4).AsByte() & Vector128.Create((byte)0x0F);
        var classes = TTable.Look(LowOfFirst, lows) & TTable.Look(HighOfFirst, highs);
        members = Vector128.GreaterThan((classes & Vector128.Create(Member)).AsSByte(), Vector128<sbyte>.Zero).ExtractMostSignificantBits();
        openers = ~Vector128.Equals(classes & Vector128.Create(Opener), Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
        followers = Vector128.GreaterThan((TTable.Look(LowOfNext, lows) & TTable.Look(HighOfNext, highs)).AsSByte(), Vector128<sbyte>.Zero).ExtractMostSignificantBits();
    }

    // The same 32 bytes at a time, where the build may count on AVX2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ClassifyWide(ref byte start, out uint members, out uint openers, out uint followers)
    {
        var x = Vector256.LoadUnsafe(ref start);
        var half = Avx2.BroadcastScalarToVector256(Vector128.CreateScalarUnsafe((byte)0x0F));
        var lows = Avx2.And(x, half);
        var highs = Avx2.And(Avx2.ShiftRightLogical(x.AsUInt16(), 4).AsByte(), half);
        var classes = Avx2.And(LookWide(LowOfFirst, lows), LookWide(HighOfFirst, highs));
        var zero = Vector256<byte>.Zero;
        members = (uint)Avx2.MoveMask(Avx2.CompareGreaterThan(Avx2.And(classes, Avx2.BroadcastScalarToVector256(Vector128.CreateScalarUnsafe(Member))).AsSByte(), zero.AsSByte()));
        openers = ~(uint)Avx2.MoveMask(Avx2.CompareEqual(Avx2.And(classes, Avx2.BroadcastScalarToVector256(Vector128.CreateScalarUnsafe(Opener))), zero));
        followers = (uint)Avx2.MoveMask(Avx2.CompareGreaterThan(Avx2.And(LookWide(LowOfNext, lows), LookWide(HighOfNext, highs)).AsSByte(), zero.AsSByte()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LookWide(Vector128<byte> table, Vector256<byte> halves) => Avx2.Shuffle(Avx2.InsertVector128(table.ToVector256Unsafe(), table, 1), halves);

    // Sets of the first byte: 1 A-O a-o, 2 P-Z p-z, 4 0-9, 8 + - /, 16 _, 32 " % & ' +, 64 =, 128 \.
    private const byte Member = 1 | 2 | 4 | 8 | 16;
    private const byte Opener = 32 | 64 | 128;
    private static Vector128<byte> LowOfFirst
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)6, 7, 39, 7, 7, 39, 39, 39, 7, 7, 3, 41, 129, 73, 1, 25);
    }

    private static Vector128<byte> HighOfFirst
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)0, 0, 40, 68, 1, 146, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    // Sets of the next byte: 1 line breaks, 2 2-7, 4 u x q, 8 U, 16 #.
    private static Vector128<byte> LowOfNext
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)0, 4, 2, 18, 2, 14, 2, 2, 4, 0, 1, 0, 0, 1, 0, 0);
    }

    private static Vector128<byte> HighOfNext
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)1, 0, 16, 2, 0, 8, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    // The sets of two bytes are looked up apart; here it shows whether they belong together.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void See(ReadOnlySpan<byte> content, int at, List<EncodedPiece> pieces, ref EscapeWindows windows)
    {
        if (IsSign(content[at], content[at + 1]))
        {
            windows.See(content, at, pieces);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSign(byte x, byte next) => x switch
    {
        (byte)'%' => next is >= (byte)'2' and <= (byte)'7',
        (byte)'=' => next is >= (byte)'2' and <= (byte)'7' or (byte)'\n' or (byte)'\r',
        (byte)'\\' => next is (byte)'u' or (byte)'U' or (byte)'x' or (byte)'\n' or (byte)'\r',
        (byte)'&' => next is (byte)'#' or (byte)'q' or (byte)'\n' or (byte)'\r',
        (byte)'"' or (byte)'\'' or (byte)'+' => next is (byte)'\n' or (byte)'\r',
        _ => false,
    };

    private interface ITable
    {
        static abstract Vector128<byte> Look(Vector128<byte> table, Vector128<byte> halves);
    }

    private readonly struct Ssse3Table : ITable
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<byte> Look(Vector128<byte> table, Vector128<byte> halves) => Ssse3.Shuffle(table, halves);
    }

    private readonly struct PortableTable : ITable
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<byte> Look(Vector128<byte> table, Vector128<byte> halves) => Vector128.Shuffle(table, halves);
    }
}
