using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sweep(ReadOnlySpan<byte> content, long offset, List<EncodedPiece> pieces, ref EscapeWindows windows)
    {
        windows.Start(offset);
        ref var first = ref MemoryMarshal.GetReference(content);
        var run = 0;
        var at = 0;
        for (; at + BlockBytes < content.Length; at += BlockBytes)
        {
            ref var block = ref Unsafe.Add(ref first, at);
            Classify(ref block, out var members, out var signs);
            Classify(ref Unsafe.Add(ref block, Vector256<byte>.Count), out var highMembers, out var highSigns);
            var mask = members | (ulong)highMembers << Vector256<byte>.Count;
            if (mask == ulong.MaxValue)
            {
                run += BlockBytes;
            }
            else
            {
                run = ReadRuns(content, at, mask, run, pieces);
            }

            for (var bits = signs | (ulong)highSigns << Vector256<byte>.Count; bits != 0; bits &= bits - 1)
            {
                windows.See(content, at + BitOperations.TrailingZeroCount(bits), pieces);
            }
        }

        for (; at < content.Length; at++)
        {
            if (Base64Alphabet.Holds(content[at]))
            {
                run++;
                continue;
            }

            EndRun(content, at, run, pieces);
            run = 0;
            if (at + 1 < content.Length && IsSign(content[at], content[at + 1]))
            {
                windows.See(content, at, pieces);
            }
        }

        EndRun(content, content.Length, run, pieces);
        windows.Finish(content, pieces);
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

    private static void EndRun(ReadOnlySpan<byte> content, int end, int length, List<EncodedPiece> pieces)
    {
        if (length >= LeastRun && RunGate.TryAccept(content, end - length, end, out var piece))
        {
            pieces.Add(piece);
        }
    }

    // Bit i: byte i is of the alphabet; or byte i and the one after it are the sign of an escape.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Classify(ref byte start, out uint members, out uint signs)
    {
        var x = Vector256.LoadUnsafe(ref start);
        var next = Vector256.LoadUnsafe(ref start, 1);
        var letters = Vector256.LessThanOrEqual((x | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)25));
        var digits = Vector256.LessThanOrEqual(x - Vector256.Create((byte)'/'), Vector256.Create((byte)10));
        var others = Is(x, '+') | Is(x, '-') | Is(x, '_');
        members = (letters | digits | others).ExtractMostSignificantBits();

        var equals = Is(x, '=');
        var backslash = Is(x, '\\');
        var ampersand = Is(x, '&');
        var coded = (Is(x, '%') | equals) & Vector256.LessThanOrEqual(next - Vector256.Create((byte)'2'), Vector256.Create((byte)5));
        var escaped = backslash & (Is(next | Vector256.Create((byte)0x20), 'u') | Is(next, 'x'));
        var entity = ampersand & (Is(next, '#') | Is(next, 'q'));
        var joint = (Is(next, '\n') | Is(next, '\r')) & (equals | backslash | ampersand | Is(x, '"') | Is(x, '\'') | Is(x, '`') | Is(x, '+') | Is(x, '.') | Is(x, '_'));
        signs = (coded | escaped | entity | joint).ExtractMostSignificantBits();
    }

    private static bool IsSign(byte x, byte next) => x switch
    {
        (byte)'%' => next is >= (byte)'2' and <= (byte)'7',
        (byte)'=' => next is >= (byte)'2' and <= (byte)'7' or (byte)'\n' or (byte)'\r',
        (byte)'\\' => next is (byte)'u' or (byte)'U' or (byte)'x' or (byte)'\n' or (byte)'\r',
        (byte)'&' => next is (byte)'#' or (byte)'q' or (byte)'\n' or (byte)'\r',
        (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'+' or (byte)'.' or (byte)'_' => next is (byte)'\n' or (byte)'\r',
        _ => false,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Is(Vector256<byte> x, char c) => Vector256.Equals(x, Vector256.Create((byte)c));
}
