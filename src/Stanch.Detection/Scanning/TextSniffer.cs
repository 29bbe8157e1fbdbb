namespace Stanch.Detection.Scanning;

/// <summary>Tells from its first bytes what kind of text a blob is: by its mark, else by where its NUL bytes stand.</summary>
internal static class TextSniffer
{
    private const int Sniffed = 8192;
    private const int LeastUnits = 4;

    public static TextKind Sniff(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            return TextKind.Utf32LittleEndian;
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return TextKind.Utf32BigEndian;
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return TextKind.Utf16LittleEndian;
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return TextKind.Utf16BigEndian;
        }

        var head = content[..Math.Min(content.Length, Sniffed)];
        return head.Contains((byte)0) ? ByNulBytes(head) : TextKind.Bytes;
    }

    /// <summary>How many bytes the mark takes.</summary>
    public static int MarkLength(ReadOnlySpan<byte> content, TextKind kind) => kind switch
    {
        TextKind.Utf16LittleEndian when content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) => 2,
        TextKind.Utf16BigEndian when content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) => 2,
        TextKind.Utf32LittleEndian when content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) => 4,
        TextKind.Utf32BigEndian when content.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) => 4,
        _ => 0,
    };

    // Text of wide characters has its NULs where the high bytes of ASCII stand, and few or none elsewhere; nothing else has.
    private static TextKind ByNulBytes(ReadOnlySpan<byte> head)
    {
        Span<int> nuls = stackalloc int[4];
        nuls.Clear();
        var quads = head.Length / 4;
        for (var i = 0; i < head.Length; i++)
        {
            nuls[i & 3] += head[i] == 0 ? 1 : 0;
        }

        if (quads >= LeastUnits && nuls[3] >= quads && nuls[2] * 10 >= quads * 9 && nuls[0] * 20 <= quads)
        {
            return TextKind.Utf32LittleEndian;
        }

        if (quads >= LeastUnits && nuls[0] >= quads && nuls[1] * 10 >= quads * 9 && nuls[3] * 20 <= quads)
        {
            return TextKind.Utf32BigEndian;
        }

        return head.Length < LeastUnits * 2 ? TextKind.Binary : ByPairs(head, even: nuls[0] + nuls[2], odd: nuls[1] + nuls[3]);
    }

    private static TextKind ByPairs(ReadOnlySpan<byte> head, int even, int odd)
    {
        var pairs = head.Length / 2;
        return odd * 10 >= pairs * 7 && even * 20 <= pairs ? TextKind.Utf16LittleEndian
            : even * 10 >= pairs * 7 && odd * 20 <= pairs ? TextKind.Utf16BigEndian
            : even == 0 && odd * 20 >= pairs && ReadsAsUtf16(head, 0, 1) ? TextKind.Utf16LittleEndian
            : odd == 0 && even * 20 >= pairs && ReadsAsUtf16(head, 1, 0) ? TextKind.Utf16BigEndian
            : TextKind.Binary;
    }

    // Text in another script has few ASCII characters; then every unit must be one that text has, and most of the others none that two ASCII
    // characters side by side would make: ASCII text with a NUL here and there is no wide text.
    private static bool ReadsAsUtf16(ReadOnlySpan<byte> head, int low, int high)
    {
        var afterHigh = false;
        int ascii = 0, others = 0, pairsOfAscii = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            var unit = (char)(head[i + low] | head[i + high] << 8);
            if (char.IsLowSurrogate(unit) != afterHigh || unit >= 0xFFFE || (unit < ' ' && unit is not ('\t' or '\n' or '\r' or '\f')))
            {
                return false;
            }

            afterHigh = char.IsHighSurrogate(unit);
            ascii += unit < 0x80 ? 1 : 0;
            others += unit < 0x80 ? 0 : 1;
            pairsOfAscii += IsAsciiText(head[i]) && IsAsciiText(head[i + 1]) ? 1 : 0;
        }

        return ascii >= LeastUnits && pairsOfAscii * 2 <= others;
    }

    private static bool IsAsciiText(byte b) => b is >= 0x20 and < 0x7F or (byte)'\t' or (byte)'\n' or (byte)'\r';
}
