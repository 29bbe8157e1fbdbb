namespace Stanch.Detection.Decoding;

/// <summary>Tells by its first bytes whether a run of the base 64 alphabet, or of hexadecimal digits, stands for text. Random text passes once in a hundred thousand.</summary>
internal static class RunGate
{
    private const int Probed = 12;
    private const int LeastHex = 32;
    private const int ProbedHex = 8;

    /// <param name="start">Where the run starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="piece">The run without what does not belong to it.</param>
    public static bool TryAccept(ReadOnlySpan<byte> content, int start, int end, out EncodedPiece piece)
    {
        // "\nZm9v": the letter belongs to the escape.
        if (start > 0 && content[start - 1] == (byte)'\\')
        {
            start++;
        }

        var run = content[start..end];
        if (IsHexText(run))
        {
            piece = new EncodedPiece(TextEncoding.Hex, start, end, start, end);
            return true;
        }

        piece = new EncodedPiece(TextEncoding.Base64, start, end, start, end);
        return run.Length >= EncodingGate.LeastRun - 1 && MayStartText(run[0]) && IsBase64Text(run);
    }

    /// <summary>True where the bytes read as text: ASCII that can be printed, with tabs and line breaks.</summary>
    public static bool IsPrintable(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (!IsPrintable(b))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPrintable(byte b) => b is >= 0x20 and < 0x7F or (byte)'\t' or (byte)'\n' or (byte)'\r';

    // The first six bits of a printable byte, of gzip's magic number, and of the three byte order marks.
    private static bool MayStartText(byte first) => first is >= (byte)'H' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'f' or (byte)'C' or (byte)'D' or (byte)'/' or (byte)'_' or (byte)'7';

    private static bool IsBase64Text(ReadOnlySpan<byte> run)
    {
        Span<byte> probe = stackalloc byte[Probed];
        for (int i = 0, from = 0; i < probe.Length; i += 3, from += 4)
        {
            var bits = Base64Alphabet.ValueOf(run[from]) << 18 | Base64Alphabet.ValueOf(run[from + 1]) << 12 | Base64Alphabet.ValueOf(run[from + 2]) << 6 | Base64Alphabet.ValueOf(run[from + 3]);
            (probe[i], probe[i + 1], probe[i + 2]) = ((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
        }

        return IsPrintable(probe) || IsGzip(probe) || IsUtf16(probe) || (probe.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) && IsPrintable(probe[3..]));
    }

    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);

    /// <summary>True for ASCII text in UTF-16 of either order, with or without its mark.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? bytes[2..] : bytes;
        var high = text[0] == 0 ? 0 : 1;
        for (var i = 0; i + 1 < Math.Min(text.Length, Probed); i += 2)
        {
            if (text[i + high] != 0 || !IsPrintable(text[i + 1 - high]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHexText(ReadOnlySpan<byte> run)
    {
        if (run.Length < LeastHex || run.Length % 2 != 0)
        {
            return false;
        }

        for (var i = 0; i < ProbedHex * 2; i += 2)
        {
            var value = HexDigit(run[i]) << 4 | HexDigit(run[i + 1]);
            if (value is < 0 or > 0x7E || !IsPrintable((byte)value))
            {
                return false;
            }
        }

        return run.IndexOfAnyExcept(HexDigits) < 0;
    }

    private static readonly System.Buffers.SearchValues<byte> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>The value of a hexadecimal digit, −1 for any other byte.</summary>
    public static int HexDigit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
