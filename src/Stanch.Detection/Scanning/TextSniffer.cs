namespace Stanch.Detection.Scanning;

/// <summary>Tells from its first bytes what kind of text a blob is: by its mark, else by where its NUL bytes stand.</summary>
internal static class TextSniffer
{
    private const int Sniffed = 8192;

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
        TextKind.Utf32LittleEndian or TextKind.Utf32BigEndian => 4,
        _ => 0,
    };

    // Text that is mostly ASCII has a NUL in every second byte, on one side; nothing else does.
    private static TextKind ByNulBytes(ReadOnlySpan<byte> head)
    {
        var pairs = head.Length / 2;
        if (pairs < 4)
        {
            return TextKind.Binary;
        }

        int even = 0, odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        return odd * 10 >= pairs * 7 && even * 20 <= pairs ? TextKind.Utf16LittleEndian
            : even * 10 >= pairs * 7 && odd * 20 <= pairs ? TextKind.Utf16BigEndian
            : TextKind.Binary;
    }
}
