using System.Buffers;
using System.Text;

namespace Stanch.Detection.Scanning;

/// <summary>Brings UTF-16 and UTF-32 into UTF-8 to be searched, and places found there back to the bytes as they were.</summary>
internal static class Transcoder
{
    /// <summary>The content as UTF-8 in a rented array; the caller returns it.</summary>
    public static byte[] ToUtf8(ReadOnlySpan<byte> content, TextKind kind, out int length)
    {
        var encoding = EncodingOf(kind);
        var text = content[TextSniffer.MarkLength(content, kind)..];
        text = text[..(text.Length - text.Length % UnitBytes(kind))];
        var characters = ArrayPool<char>.Shared.Rent(Math.Max(1, encoding.GetMaxCharCount(text.Length)));
        try
        {
            var count = encoding.GetChars(text, characters);
            var bytes = ArrayPool<byte>.Shared.Rent(Math.Max(1, Encoding.UTF8.GetMaxByteCount(count)));
            length = Encoding.UTF8.GetBytes(characters.AsSpan(0, count), bytes);
            return bytes;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>The location with offset and length in the original's bytes instead of those of its UTF-8 form.</summary>
    public static Location ToOriginal(Location location, ReadOnlySpan<byte> utf8, TextKind kind, int markLength)
    {
        var start = (int)location.ByteOffset;
        var before = Bytes(utf8[..start], kind);
        return location with { ByteOffset = markLength + before, ByteLength = Bytes(utf8.Slice(start, location.ByteLength), kind) };
    }

    private static int Bytes(ReadOnlySpan<byte> utf8, TextKind kind)
    {
        var units = Encoding.UTF8.GetCharCount(utf8);
        if (UnitBytes(kind) == 2)
        {
            return units * 2;
        }

        // A character outside the basic plane is two UTF-16 units, four bytes in UTF-8 (which start with 0xF0 and up), one in UTF-32.
        var astral = 0;
        foreach (var b in utf8)
        {
            astral += b >= 0xF0 ? 1 : 0;
        }

        return (units - astral) * 4;
    }

    private static int UnitBytes(TextKind kind) => kind is TextKind.Utf32LittleEndian or TextKind.Utf32BigEndian ? 4 : 2;

    public static Encoding EncodingOf(TextKind kind) => kind switch
    {
        TextKind.Utf16LittleEndian => Encoding.Unicode,
        TextKind.Utf16BigEndian => Encoding.BigEndianUnicode,
        TextKind.Utf32LittleEndian => Encoding.UTF32,
        _ => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
    };
}
